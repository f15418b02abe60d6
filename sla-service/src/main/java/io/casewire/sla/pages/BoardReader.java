package io.casewire.sla.pages;

import io.casewire.kit.identity.Caller;
import io.casewire.kit.identity.Role;
import io.casewire.kit.paging.Conditions;
import io.casewire.kit.paging.Page;
import io.casewire.kit.paging.PageRequest;
import io.casewire.sla.cases.Sight;
import io.smallrye.mutiny.Uni;
import java.util.List;
import org.hibernate.reactive.mutiny.Mutiny;

/** Reads open clocks by due time, as far as the caller may see their cases. */
final class BoardReader {

  private static final String CLOCKS =
      """
      select cast(to_jsonb(clock) as text), sla_case.case_number, sla_case.queue, sla_case.owner,
        sla_case.priority
      from clock join sla_case on sla_case.case_id = clock.case_id
      %s
      where clock.live and %s
      order by clock.due_at, clock.clock_id limit ?2
      """;

  private static final int FIRST_CONDITION = 3;

  private static final String OWN_QUEUES =
      "select unnest(queues) as queue from agent where agent_id = ?1 and active order by queue";

  private static final String ALL_QUEUES =
      """
      select distinct unnest(queues) as queue from agent
      where active and exists (select from agent where agent_id = ?1 and active)
      order by queue
      """;

  private BoardReader() {}

  static Uni<Page<BoardRow>> clocks(
      Mutiny.Session session, Caller caller, BoardFilter filter, PageRequest page) {
    Conditions conditions = conditions(caller, filter, page);
    return conditions
        .bind(
            session
                .createNativeQuery(sql(conditions), Object[].class)
                .setParameter(1, caller.agentId())
                .setParameter(2, page.rowsToRead()))
        .getResultList()
        .map(rows -> rows.stream().map(BoardRow::of).toList())
        .map(rows -> Page.of(rows, page, BoardRow::cursor));
  }

  static Conditions conditions(Caller caller, BoardFilter filter, PageRequest page) {
    Conditions conditions = new Conditions(FIRST_CONDITION);
    new BoardLanes(caller, filter, page).limit(conditions);
    return conditions;
  }

  static String sql(Conditions conditions) {
    return CLOCKS.formatted(Sight.JOIN, conditions.sql());
  }

  /** The queues that the caller can choose from. */
  static Uni<List<String>> queues(Mutiny.Session session, Caller caller) {
    return session
        .createNativeQuery(
            caller.isAtLeast(Role.SUPERVISOR) ? ALL_QUEUES : OWN_QUEUES, String.class)
        .setParameter(1, caller.agentId())
        .getResultList();
  }
}
