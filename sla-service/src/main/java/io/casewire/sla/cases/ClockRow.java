package io.casewire.sla.cases;

import io.casewire.sla.clock.AlarmLog;
import io.casewire.sla.clock.Clock;
import io.casewire.sla.clock.ClockPhase;
import io.casewire.sla.clock.Stopwatch;
import io.casewire.sla.clock.Terms;
import io.casewire.sla.clock.WaitingMessage;
import io.casewire.sla.escalation.RaisedEscalation;
import io.casewire.sla.policy.Metric;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A row of {@code clock}. Constants of the domain stand in it by their names in Java.
 *
 * @param live whether the case can still change it
 * @param queue the case's, as long as the clock is open
 * @param owner likewise
 */
public record ClockRow(
    UUID clockId,
    UUID caseId,
    String metric,
    Instant startedAt,
    @Nullable WaitingMessage awaited,
    String policy,
    long policyVersion,
    String calendar,
    long calendarVersion,
    Duration target,
    String phase,
    Duration counted,
    Instant since,
    Instant dueAt,
    Duration warnedUpTo,
    @Nullable Instant breachedAt,
    int withdrawals,
    List<RaisedEscalation> escalations,
    boolean acknowledged,
    boolean live,
    @Nullable String queue,
    @Nullable String owner) {

  static ClockRow of(CaseFile file, Clock clock, boolean live) {
    Terms terms = clock.terms();
    AlarmLog alarms = clock.alarms();
    return new ClockRow(
        clock.clockId(),
        file.caseId(),
        clock.metric().name(),
        clock.startedAt(),
        clock.awaited(),
        terms.policy(),
        terms.policyVersion(),
        terms.calendar(),
        terms.calendarVersion(),
        clock.target(),
        clock.phase().name(),
        clock.watch().counted(),
        clock.watch().since(),
        clock.dueAt(),
        alarms.warnedUpTo(),
        alarms.breachedAt(),
        alarms.withdrawals(),
        alarms.escalations(),
        alarms.acknowledged(),
        live,
        file.queue(),
        file.owner());
  }

  /** The clock that was kept. */
  public Clock toClock() {
    return new Clock(
        clockId,
        Metric.valueOf(metric),
        startedAt,
        awaited,
        new Terms(policy, policyVersion, calendar, calendarVersion),
        target,
        ClockPhase.valueOf(phase),
        new Stopwatch(counted, since),
        dueAt,
        new AlarmLog(warnedUpTo, breachedAt, withdrawals, escalations, acknowledged));
  }
}
