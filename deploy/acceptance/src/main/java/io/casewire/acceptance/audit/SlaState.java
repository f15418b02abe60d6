package io.casewire.acceptance.audit;

import java.util.List;
import java.util.UUID;

/**
 * The rows of sla about cases that are not over, about clocks that are not, and about its alarms.
 */
record SlaState(List<TimedCase> cases, List<Clock> clocks, List<Alarm> alarms, List<Level> levels) {

  /**
   * A case.
   *
   * @param begun whether anybody waits for something: not so while machines alone have written
   */
  record TimedCase(UUID id, boolean begun) {}

  /**
   * A running or paused clock.
   *
   * @param dueMicros since 1970
   */
  record Clock(UUID id, UUID caseId, boolean running, boolean breached, long dueMicros) {}

  /** The timer of a case. */
  record Alarm(String caseId, long dueMicros) {}

  /**
   * A level of escalation that a running clock has raised.
   *
   * @param vain whether routing has found each escalation of this level overtaken
   */
  record Level(UUID clockId, int level, boolean vain) {}

  static SlaState read(Databases databases) {
    return new SlaState(
        databases.rows(
            "sla",
            """
            select case_id as id, begun_at is not null as begun from sla_case
            where status in ('OPEN', 'PENDING')
            """,
            TimedCase.class),
        databases.rows(
            "sla",
            """
            select clock_id as id, case_id, phase = 'RUNNING' as running,
              breached_at is not null as breached,
              cast(extract(epoch from due_at) * 1000000 as bigint) as due_micros
            from clock where live and phase in ('RUNNING', 'PAUSED')
            """,
            Clock.class),
        databases.rows(
            "sla",
            """
            select key as case_id, cast(extract(epoch from due_at) * 1000000 as bigint) as due_micros
            from timer where kind = 'clock-alarm'
            """,
            Alarm.class),
        databases.rows(
            "sla",
            """
            select clock_id, level, bool_and(coalesce(outcome, '') = 'obsolete') as vain
            from escalation where withdrawn_at is null group by clock_id, level
            """,
            Level.class));
  }
}
