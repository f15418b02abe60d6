package io.casewire.routing.casework;

import io.casewire.kit.paging.Cursor;
import io.casewire.kit.paging.PageRequest;
import io.casewire.routing.casework.CaseFilter.Visible;
import io.smallrye.mutiny.Uni;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.hibernate.reactive.mutiny.Mutiny;

/** The statement for a filter: only the conditions that it has, so that an index fits. */
final class CaseSearch {

  /** Finds by the number too, since people paste numbers into search fields. */
  private static final String QUERY =
      """
      (case_number = :number or id in (
        select case_id from case_text where terms @> cast(:terms as text[])))
      """;

  private final List<String> conditions = new ArrayList<>(List.of("true"));
  private final Map<String, Object> parameters = new HashMap<>();
  private final int rows;

  CaseSearch(CaseFilter filter, PageRequest page) {
    rows = page.rowsToRead();
    visible(filter.visible());
    if (filter.status() != null) {
      where("status = :status", "status", filter.status().name());
    }
    if (filter.queue() != null) {
      where("queue = :queue", "queue", filter.queue());
    }
    if (filter.owner() != null) {
      where("owner = :owner", "owner", filter.owner());
    }
    customer(filter);
    query(filter);
    page.after().map(cursor -> cursor.uuid(0)).ifPresent(id -> where("id < :after", "after", id));
  }

  /** Newest first: ids grow with time. */
  Uni<List<CaseEntity>> run(Mutiny.Session session) {
    String sql =
        "select cast(id as text) from routing_case where %s order by id desc limit %d"
            .formatted(String.join(" and ", conditions), rows);
    Mutiny.SelectionQuery<String> query = session.createNativeQuery(sql, String.class);
    parameters.forEach(query::setParameter);
    return query.getResultList().chain(ids -> read(session, ids));
  }

  private static Uni<List<CaseEntity>> read(Mutiny.Session session, List<String> ids) {
    if (ids.isEmpty()) {
      return Uni.createFrom().item(List.of());
    }
    return session
        .createSelectionQuery("from CaseEntity where id in (?1) order by id desc", CaseEntity.class)
        .setParameter(1, ids.stream().map(UUID::fromString).toList())
        .getResultList();
  }

  static Cursor cursor(CaseItem last) {
    return Cursor.after(last.caseId());
  }

  private void visible(Visible visible) {
    switch (visible) {
      case Visible.All() -> {}
      case Visible.Own own -> {
        where("(owner = :me or queue = any (cast(:queues as text[])))", "me", own.agentId());
        parameters.put("queues", own.queues().toArray(String[]::new));
      }
      case Visible.Nothing() -> conditions.add("false");
    }
  }

  private void customer(CaseFilter filter) {
    if (filter.customerId() != null) {
      where("customer_id = :customer", "customer", filter.customerId());
    } else if (filter.customer() != null) {
      where("customer_address = :customer", "customer", filter.customer().toLowerCase(Locale.ROOT));
    }
  }

  private void query(CaseFilter filter) {
    if (filter.query() == null || filter.query().isBlank()) {
      return;
    }
    where(QUERY, "number", filter.query().strip().toUpperCase(Locale.ROOT));
    String[] terms = SearchTerms.ofQuery(filter.query()).toArray(String[]::new);
    // Without a single term every text would fit.
    parameters.put("terms", terms.length > 0 ? terms : new String[] {""});
  }

  private void where(String condition, String name, Object value) {
    conditions.add(condition);
    parameters.put(name, value);
  }
}
