package io.casewire.routing.casework;

import io.casewire.events.CaseStatus;
import io.casewire.kit.transaction.PlainStatement;
import io.casewire.routing.casework.CaseFilter.Visible;
import io.smallrye.mutiny.Uni;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.hibernate.reactive.mutiny.Mutiny;
import org.jspecify.annotations.Nullable;

/**
 * A statement for the ids of the cases that a filter wants. It has only the conditions that are
 * asked for, and reads each source (an owner, a queue, all cases) in the order of an index, so that
 * it reads hardly more rows than it gives.
 */
final class SearchStatement {

  private static final String NEWEST =
      "select found.id from (%s) found order by found.id desc limit %d";

  private static final String HEAD =
      "(select c.id from routing_case c where %s order by %s c.id desc limit %d)";

  private static final String HEAD_OF_QUEUES =
      """
      (select head.id from unnest(cast(%s as text[])) as source (queue) cross join lateral
        %s head)
      """;

  /** The innermost limits keep the database from joining in another way than case by case. */
  private static final String HAVING =
      """
      select hit.case_id from (
        select distinct case_id from case_text where terms @> cast(%s as text[]) and %s
        order by case_id desc) hit
      cross join lateral (
        select c.id from routing_case c where c.id = hit.case_id and %s limit 1) wanted
      order by hit.case_id desc limit %d
      """;

  private static final String NEWEST_HAVING =
      """
      select recent.id from (%s) recent
      cross join lateral (
        select 1 from case_text t
        where t.case_id = recent.id and t.terms @> cast(%s as text[]) limit 1) hit
      order by recent.id desc limit %d
      """;

  private final CaseFilter filter;
  private final @Nullable UUID after;
  private final List<Object> parameters = new ArrayList<>();

  /**
   * @param after only cases behind this one in the list
   */
  SearchStatement(CaseFilter filter, Optional<UUID> after) {
    this.filter = filter;
    this.after = after.orElse(null);
  }

  /** The newest of them. */
  String newest(int limit) {
    return NEWEST.formatted(String.join(" union ", sources(limit)), limit);
  }

  /** The newest of them with a text that has these terms. */
  String having(String[] terms, int limit) {
    String hits = parameter(terms);
    String behind = after == null ? "true" : "case_id < " + parameter(after);
    List<String> conditions = conditions();
    visible().ifPresent(conditions::add);
    further().ifPresent(conditions::add);
    return HAVING.formatted(hits, behind, String.join(" and ", conditions), limit);
  }

  /** Those with a text that has these terms, among the newest of all that are wanted. */
  String newestHaving(String[] terms, int among, int limit) {
    return NEWEST_HAVING.formatted(newest(among), parameter(terms), limit);
  }

  Uni<List<UUID>> ids(Mutiny.Session session, String sql) {
    PlainStatement statement = PlainStatement.of(session, sql);
    parameters.forEach(statement::bind);
    return statement.column(UUID.class);
  }

  List<Object> parameters() {
    return List.copyOf(parameters);
  }

  private List<String> sources(int limit) {
    List<String> conditions = conditions();
    if (filter.customer() != null) {
      visible().ifPresent(conditions::add);
      further().ifPresent(conditions::add);
      return List.of(HEAD.formatted(String.join(" and ", conditions), "", limit));
    }
    if (filter.owner() != null) {
      visible().ifPresent(conditions::add);
      return List.of(ofOwner(filter.owner(), conditions, limit));
    }
    return switch (filter.visible()) {
      case Visible.All() when filter.queue() == null -> List.of(head(null, "", conditions, limit));
      case Visible.All() -> List.of(head("queue", parameter(filter.queue()), conditions, limit));
      case Visible.Nothing() -> List.of(HEAD.formatted("false", "", limit));
      case Visible.Own own ->
          List.of(
              ofOwner(own.agentId(), conditions, limit),
              HEAD_OF_QUEUES.formatted(
                  parameter(queuesOf(own)), head("queue", "source.queue", conditions, limit)));
    };
  }

  private String ofOwner(String owner, List<String> others, int limit) {
    List<String> conditions = new ArrayList<>(others);
    if (filter.queue() != null) {
      conditions.add("c.queue = " + parameter(filter.queue()));
    }
    return head("owner", parameter(owner), conditions, limit);
  }

  /**
   * The newest of one owner, of one queue or of all. Ordering by a range of one value asks for the
   * index that begins with it. With an equality the database may walk back through the cases of all
   * queues instead, until it has met enough of this one.
   */
  private String head(@Nullable String column, String value, List<String> others, int limit) {
    List<String> conditions = new ArrayList<>(others);
    StringBuilder order = new StringBuilder();
    if (column != null) {
      conditions.add("c.%1$s >= %2$s and c.%1$s <= %2$s".formatted(column, value));
      order.append("c.").append(column).append(" desc,");
    }
    if (filter.status() == CaseStatus.CLOSED) {
      conditions.add("c.status = 'CLOSED'");
    } else if (filter.status() != null) {
      conditions.add("c.status >= '%1$s' and c.status <= '%1$s'".formatted(filter.status().name()));
      order.append("c.status desc,");
    }
    return HEAD.formatted(String.join(" and ", conditions), order, limit);
  }

  private Optional<String> further() {
    List<String> conditions = new ArrayList<>();
    if (filter.status() != null) {
      conditions.add("c.status = '%s'".formatted(filter.status().name()));
    }
    if (filter.owner() != null) {
      conditions.add("c.owner = " + parameter(filter.owner()));
    }
    if (filter.queue() != null) {
      conditions.add("c.queue = " + parameter(filter.queue()));
    }
    return conditions.isEmpty() ? Optional.empty() : Optional.of(String.join(" and ", conditions));
  }

  private String[] queuesOf(Visible.Own own) {
    Set<String> queues = own.queues();
    return queues.stream()
        .filter(queue -> filter.queue() == null || queue.equals(filter.queue()))
        .toArray(String[]::new);
  }

  private List<String> conditions() {
    List<String> conditions = new ArrayList<>(List.of("true"));
    if (filter.customerId() != null) {
      conditions.add("c.customer_id = " + parameter(filter.customerId()));
    } else if (filter.customer() != null) {
      conditions.add(
          "c.customer_address = " + parameter(filter.customer().toLowerCase(Locale.ROOT)));
    }
    if (after != null) {
      conditions.add("c.id < " + parameter(after));
    }
    return conditions;
  }

  private Optional<String> visible() {
    return switch (filter.visible()) {
      case Visible.All() -> Optional.empty();
      case Visible.Nothing() -> Optional.of("false");
      case Visible.Own own ->
          Optional.of(
              "(c.owner = %s or c.queue = any (cast(%s as text[])))"
                  .formatted(
                      parameter(own.agentId()), parameter(own.queues().toArray(String[]::new))));
    };
  }

  private String parameter(Object value) {
    parameters.add(value);
    return "$" + parameters.size();
  }
}
