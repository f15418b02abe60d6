package io.casewire.routing.audit;

import io.casewire.kit.paging.Cursor;
import io.casewire.kit.paging.Page;
import io.casewire.kit.paging.PageRequest;
import io.casewire.kit.transaction.PlainStatement;
import io.smallrye.mutiny.Uni;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.hibernate.reactive.mutiny.Mutiny;
import org.jspecify.annotations.Nullable;

/**
 * Looks at the cases that are not over, in the order of their ids, then at the agents. One call
 * looks at a bounded number of them, so that its cost does not depend on how many there are: a page
 * may be empty and have a next one.
 */
final class ForgottenCases {

  /** Cases or agents that one call looks at. */
  private static final int WINDOW = 10_000;

  /** Stands behind all kinds of a case in a cursor. */
  private static final int ALL_KINDS = ForgottenKind.values().length;

  private static final String AGENTS = "agents";
  private static final UUID FIRST = new UUID(0, 0);

  /** The last row tells where the window ended, if there may be more. */
  private static final String CASES =
      """
      with live as materialized (
        select id, status, owner, queue, held_units, wake_at from routing_case
        where status in ('OPEN', 'PENDING', 'RESOLVED') and id >= cast(cast($1 as text) as uuid)
        order by id limit $3)
      (select cast(live.id as text) as case_id, kind
        from live left join agent on agent.id = live.owner
        cross join lateral (values
          (0, status <> 'RESOLVED' and owner is null
            and not exists (select from queue where queue.id = live.queue)),
          (1, status <> 'RESOLVED' and owner is not null and not coalesce(active, false)),
          (2, status <> 'RESOLVED' and active and role not in ('SUPERVISOR', 'ADMIN')
            and live.queue <> all (string_to_array(queues, ' '))
            and coalesce((select record ->> 'trigger' from routing_decision
                          where case_id = live.id order by place desc limit 1), '')
              not in ('manual', 'escalation')),
          (3, (held_units > 0) <> (status = 'OPEN' and owner is not null)),
          (4, status = 'PENDING' and wake_at is not null and not exists (
            select from timer where timer.kind = 'case-wake-up' and key = cast(live.id as text))),
          (5, status = 'RESOLVED' and not exists (
            select from timer where timer.kind = 'case-close' and key = cast(live.id as text)))
        ) as finding (kind, found)
        where found and (live.id, kind) > (cast(cast($1 as text) as uuid), cast($2 as integer))
        order by live.id, kind limit $4)
      union all
      (select cast(id as text), null from live where (select count(*) from live) = $3
        order by id desc limit 1)
      """;

  private static final String LOADS =
      """
      with part as materialized (
        select id, load from agent where id > cast($1 as text) order by id limit $2)
      (select id, true as differs
        from part cross join lateral (
          select coalesce(sum(held_units), 0) as units from routing_case
          where owner = part.id and status in ('OPEN', 'PENDING')) as held
        where load <> units order by id limit $3)
      union all
      (select id, false from part where (select count(*) from part) = $2 order by id desc limit 1)
      """;

  private ForgottenCases() {}

  static Uni<Page<ForgottenItem>> find(Mutiny.Session session, PageRequest page) {
    boolean casesAreDone = page.after().map(cursor -> cursor.text(0).equals(AGENTS)).orElse(false);
    return casesAreDone
        ? loads(session, page, page.after().map(cursor -> cursor.text(1)).orElse(""))
        : cases(session, page);
  }

  private static Uni<Page<ForgottenItem>> cases(Mutiny.Session session, PageRequest page) {
    UUID after = page.after().map(cursor -> cursor.uuid(0)).orElse(FIRST);
    long kind = page.after().map(cursor -> cursor.number(1)).orElse((long) ALL_KINDS);
    return PlainStatement.of(session, CASES)
        .bind(after.toString())
        .bind(Math.clamp(kind, 0, ALL_KINDS))
        .bind(WINDOW)
        .bind(page.rowsToRead())
        .rows()
        .map(rows -> cases(rows, page));
  }

  private static Page<ForgottenItem> cases(List<Object[]> rows, PageRequest page) {
    Cursor next = Cursor.after(AGENTS, "");
    List<ForgottenItem> items = new ArrayList<>();
    for (Object[] row : rows) {
      UUID caseId = UUID.fromString((String) row[0]);
      if (row[1] == null) {
        next = Cursor.after(caseId, ALL_KINDS);
      } else {
        items.add(
            ForgottenItem.ofCase(caseId, ForgottenKind.values()[((Number) row[1]).intValue()]));
      }
    }
    return page(items, page, next);
  }

  private static Uni<Page<ForgottenItem>> loads(
      Mutiny.Session session, PageRequest page, String after) {
    return PlainStatement.of(session, LOADS)
        .bind(after)
        .bind(WINDOW)
        .bind(page.rowsToRead())
        .rows()
        .map(rows -> loads(rows, page));
  }

  private static Page<ForgottenItem> loads(List<Object[]> rows, PageRequest page) {
    Cursor next = null;
    List<ForgottenItem> items = new ArrayList<>();
    for (Object[] row : rows) {
      if ((Boolean) row[1]) {
        items.add(ForgottenItem.ofAgent((String) row[0]));
      } else {
        next = Cursor.after(AGENTS, row[0]);
      }
    }
    return page(items, page, next);
  }

  /**
   * A page of what was found.
   *
   * @param next where to go on if all of it fits into the page; null if nothing is left
   */
  private static Page<ForgottenItem> page(
      List<ForgottenItem> items, PageRequest page, @Nullable Cursor next) {
    Page<ForgottenItem> found = Page.of(items, page, ForgottenCases::cursor);
    return found.nextCursor() != null || next == null
        ? found
        : new Page<>(found.items(), next.encode());
  }

  private static Cursor cursor(ForgottenItem last) {
    return last.caseId() == null
        ? Cursor.after(AGENTS, String.valueOf(last.agentId()))
        : Cursor.after(last.caseId(), last.kind().ordinal());
  }
}
