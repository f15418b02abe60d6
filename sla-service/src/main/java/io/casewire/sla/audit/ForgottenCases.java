package io.casewire.sla.audit;

import io.casewire.kit.row.Rows;
import io.casewire.sla.cases.CaseAlarms;
import io.smallrye.mutiny.Uni;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.hibernate.reactive.mutiny.Mutiny;

/**
 * Compares cases, clocks and timers, a stretch of them in each statement: what belongs together is
 * read in one, because what it says has to be true of one moment.
 */
final class ForgottenCases {

  static final String END_OF_CASES =
      """
      select cast(sla_case.case_id as text) from sla_case
      where status in ('OPEN', 'PENDING', 'RESOLVED') and sla_case.case_id > ?1
      order by sla_case.case_id offset ?2 limit 1
      """;

  /** A clock that has raised all it can has no timer; one that is not breached always has. */
  static final String CASES =
      """
      select cast(to_jsonb(forgotten) as text) from (
        select sla_case.case_id, sla_case.case_number, found.clock_id, found.reason
        from sla_case
        left join timer on timer.kind = ?1 and timer.key = cast(sla_case.case_id as text)
        cross join lateral (
          select cast(null as uuid) as clock_id, 'no-clock' as reason
          where sla_case.status in ('OPEN', 'PENDING') and sla_case.begun_at is not null
            and not exists (
              select from clock where clock.case_id = sla_case.case_id and clock.live
                and clock.phase in ('RUNNING', 'PAUSED'))
          union all
          select clock.clock_id,
            case
              when clock.phase = 'PAUSED' then 'paused-in-open-case'
              when timer.due_at is null then 'clock-without-timer'
              else 'timer-after-deadline'
            end
          from clock where clock.case_id = sla_case.case_id and clock.live
            and (clock.phase = 'PAUSED' and sla_case.status = 'OPEN'
              or clock.phase = 'RUNNING' and clock.breached_at is null
                and (timer.due_at is null or timer.due_at > clock.due_at))) found
        where sla_case.status in ('OPEN', 'PENDING', 'RESOLVED')
          and sla_case.case_id >= ?2 and sla_case.case_id <= ?4
          and (sla_case.case_id, coalesce(found.clock_id, sla_case.case_id)) > (?2, ?3)
        order by sla_case.case_id, found.clock_id limit ?5) forgotten
      """;

  private static final String END_OF_TIMERS =
      """
      select timer.key from timer where timer.kind = ?1 and timer.key > ?2
      order by timer.key offset ?3 limit 1
      """;

  static final String TIMERS =
      """
      select cast(to_jsonb(forgotten) as text) from (
        select cast(timer.key as uuid) as case_id, sla_case.case_number,
          'timer-without-clock' as reason
        from timer left join sla_case on sla_case.case_id = cast(timer.key as uuid)
        where timer.kind = ?1 and timer.key > ?2 and timer.key <= ?3
          and not exists (
            select from clock where clock.case_id = cast(timer.key as uuid) and clock.live
              and clock.phase = 'RUNNING')
        order by timer.key limit ?4) forgotten
      """;

  private ForgottenCases() {}

  /**
   * Where a stretch of cases ends.
   *
   * @return empty if it goes to the last one
   */
  static Uni<Optional<UUID>> endOfCases(Mutiny.Session session, UUID after, int length) {
    return session
        .createNativeQuery(END_OF_CASES, String.class)
        .setParameter(1, after)
        .setParameter(2, length - 1)
        .getSingleResultOrNull()
        .map(id -> Optional.ofNullable(id).map(UUID::fromString));
  }

  /** After a clock of a case; each clock has at most one reason. */
  static Uni<List<Forgotten>> cases(
      Mutiny.Session session, UUID caseId, UUID clockId, UUID until, int most) {
    return session
        .createNativeQuery(CASES, String.class)
        .setParameter(1, CaseAlarms.KIND)
        .setParameter(2, caseId)
        .setParameter(3, clockId)
        .setParameter(4, until)
        .setParameter(5, most)
        .getResultList()
        .map(rows -> Rows.read(rows, Forgotten.class));
  }

  /**
   * Where a stretch of timers ends.
   *
   * @return empty if it goes to the last one
   */
  static Uni<Optional<String>> endOfTimers(Mutiny.Session session, String after, int length) {
    return session
        .createNativeQuery(END_OF_TIMERS, String.class)
        .setParameter(1, CaseAlarms.KIND)
        .setParameter(2, after)
        .setParameter(3, length - 1)
        .getSingleResultOrNull()
        .map(Optional::ofNullable);
  }

  static Uni<List<Forgotten>> timers(Mutiny.Session session, String after, String until, int most) {
    return session
        .createNativeQuery(TIMERS, String.class)
        .setParameter(1, CaseAlarms.KIND)
        .setParameter(2, after)
        .setParameter(3, until)
        .setParameter(4, most)
        .getResultList()
        .map(rows -> Rows.read(rows, Forgotten.class));
  }
}
