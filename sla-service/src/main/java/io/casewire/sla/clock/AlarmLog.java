package io.casewire.sla.clock;

import io.casewire.sla.escalation.RaisedEscalation;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What a clock has raised, so that it raises nothing twice.
 *
 * @param warnedUpTo warnings up to this much effective working time are done
 * @param breachedAt the due instant that was missed
 * @param withdrawals how many breaches turned out to be none; tells later escalations from the
 *     withdrawn ones
 * @param escalations raised since the breach
 * @param acknowledged whether somebody took the matter up: no further level is raised
 */
public record AlarmLog(
    Duration warnedUpTo,
    @Nullable Instant breachedAt,
    int withdrawals,
    List<RaisedEscalation> escalations,
    boolean acknowledged) {

  static final AlarmLog SILENT = new AlarmLog(Duration.ZERO, null, 0, List.of(), false);

  public AlarmLog {
    escalations = List.copyOf(escalations);
  }

  AlarmLog warned(Duration upTo) {
    return new AlarmLog(upTo, breachedAt, withdrawals, escalations, acknowledged);
  }

  AlarmLog breached(Instant at) {
    return new AlarmLog(warnedUpTo, at, withdrawals, escalations, acknowledged);
  }

  AlarmLog escalated(RaisedEscalation escalation) {
    var all = new ArrayList<>(escalations);
    all.add(escalation);
    return new AlarmLog(warnedUpTo, breachedAt, withdrawals, all, acknowledged);
  }

  AlarmLog acknowledgedNow() {
    return new AlarmLog(warnedUpTo, breachedAt, withdrawals, escalations, true);
  }

  /** What was acknowledged is open again. */
  AlarmLog unacknowledged() {
    return new AlarmLog(warnedUpTo, breachedAt, withdrawals, escalations, false);
  }

  AlarmLog withdrawn() {
    return new AlarmLog(warnedUpTo, null, withdrawals + 1, List.of(), false);
  }

  /**
   * Routing carried nothing of an escalation out. Its level is raised anew, but once only: whatever
   * overtakes the second one was known when it was raised, so the case needs none.
   */
  AlarmLog overtaken(UUID escalationId) {
    var all =
        escalations.stream()
            .map(
                escalation ->
                    escalation.escalationId().equals(escalationId)
                        ? escalation.overtakenNow()
                        : escalation)
            .toList();
    return new AlarmLog(warnedUpTo, breachedAt, withdrawals, all, acknowledged);
  }

  /** Whether nothing is to be raised for the level any more. */
  boolean hasRaised(int level) {
    return timesRaised(level) > 1
        || escalations.stream()
            .anyMatch(escalation -> escalation.level() == level && !escalation.overtaken());
  }

  long timesRaised(int level) {
    return escalations.stream().filter(escalation -> escalation.level() == level).count();
  }

  boolean hasRaised(UUID escalationId) {
    return escalations.stream()
        .anyMatch(escalation -> escalation.escalationId().equals(escalationId));
  }
}
