package io.casewire.sla.cases;

import io.casewire.kit.row.Rows;
import io.casewire.kit.transaction.UnitOfWork;
import io.smallrye.mutiny.Uni;
import java.util.Collection;
import java.util.List;
import java.util.UUID;

/** The statements of {@code clock}, each for a whole batch. */
final class ClockTable {

  private static final String LIVE =
      """
      select cast(to_jsonb(clock) as text) from clock
      where live and case_id = any (cast($1 as uuid[]))
      """;

  private static final String SAVE =
      """
      insert into clock (
        clock_id, case_id, metric, started_at, awaited, policy, policy_version, calendar,
        calendar_version, target, phase, counted, since, due_at, warned_up_to, breached_at,
        withdrawals, escalations, acknowledged, live, queue, owner)
      select
        clock_id, case_id, metric, started_at, awaited, policy, policy_version,
        calendar, calendar_version, target, phase, counted, since, due_at, warned_up_to,
        breached_at, withdrawals, escalations, acknowledged, live, queue, owner
      from jsonb_to_recordset(cast(cast($1 as text) as jsonb)) as changed (
        clock_id uuid, case_id uuid, metric text, started_at timestamptz, awaited jsonb,
        policy text, policy_version bigint, calendar text, calendar_version bigint,
        target numeric, phase text, counted numeric, since timestamptz, due_at timestamptz,
        warned_up_to numeric, breached_at timestamptz, withdrawals integer, escalations jsonb,
        acknowledged boolean, live boolean, queue text, owner text)
      order by clock_id
      on conflict (clock_id) do update set
        policy = excluded.policy, policy_version = excluded.policy_version,
        calendar = excluded.calendar, calendar_version = excluded.calendar_version,
        target = excluded.target, phase = excluded.phase, counted = excluded.counted,
        since = excluded.since, due_at = excluded.due_at, warned_up_to = excluded.warned_up_to,
        breached_at = excluded.breached_at, withdrawals = excluded.withdrawals,
        escalations = excluded.escalations, acknowledged = excluded.acknowledged,
        live = excluded.live, queue = excluded.queue, owner = excluded.owner
      """;

  private ClockTable() {}

  /** The clocks that these cases can still change; the cases have to be locked. */
  static Uni<List<ClockRow>> live(UnitOfWork unitOfWork, Collection<UUID> caseIds) {
    return unitOfWork
        .statement(LIVE)
        .bind(caseIds.toArray(UUID[]::new))
        .column(String.class)
        .map(rows -> Rows.read(rows, ClockRow.class));
  }

  static Uni<Void> save(UnitOfWork unitOfWork, Collection<ClockRow> clocks) {
    if (clocks.isEmpty()) {
      return Uni.createFrom().voidItem();
    }
    return unitOfWork.statement(SAVE).bind(Rows.write(clocks)).update().replaceWithVoid();
  }
}
