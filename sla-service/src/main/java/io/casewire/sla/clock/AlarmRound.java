package io.casewire.sla.clock;

import io.casewire.sla.escalation.RaisedEscalation;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;

/** Raises what running clocks have come to, in the order in which it fell due. */
final class AlarmRound {

  private final OpenClocks clocks;

  AlarmRound(OpenClocks clocks) {
    this.clocks = clocks;
  }

  /**
   * Raises everything due until {@code now}. After an outage that is late but complete, except for
   * warnings of clocks that are breached by now: there is nothing left to warn of.
   */
  void raiseUntil(Instant now) {
    raise(
        running()
            .flatMap(clock -> plan(clock).filter(alarm -> !isOverdueWarning(alarm, clock, now)))
            .filter(alarm -> !alarm.at().isAfter(now)));
  }

  /**
   * Raises the breaches and escalations that a timer should have raised before something else
   * happened. So it makes no difference which of the two is heard of first.
   */
  void catchUpWith(Instant event) {
    raise(
        running()
            .filter(clock -> clock.dueAt().isBefore(event))
            .flatMap(this::plan)
            .filter(alarm -> alarm.at().isBefore(event))
            .filter(alarm -> !(alarm instanceof Alarm.Warning)));
  }

  /** When the next alarm is due; empty when no clock runs towards one. */
  Optional<Instant> next() {
    return running().flatMap(this::plan).map(Alarm::at).min(Comparator.naturalOrder());
  }

  private Stream<Clock> running() {
    return clocks.all().stream().filter(Clock::running);
  }

  private Stream<Alarm> plan(Clock clock) {
    return AlarmPlan.of(clock, clocks.agreements().pinned(clock)).stream();
  }

  private static boolean isOverdueWarning(Alarm alarm, Clock clock, Instant now) {
    return alarm instanceof Alarm.Warning && !clock.dueAt().isAfter(now);
  }

  // The sort is stable, so alarms of one instant keep the order of their plan.
  private void raise(Stream<Alarm> due) {
    List<Alarm> inOrder = due.sorted(Comparator.comparing(Alarm::at)).toList();
    inOrder.forEach(alarm -> raise(alarm, clocks.find(alarm.metric()).orElseThrow()));
  }

  private void raise(Alarm alarm, Clock clock) {
    switch (alarm) {
      case Alarm.Warning warning ->
          clocks.record(
              new Outcome.Warned(
                  clock.logging(clock.alarms().warned(warning.offset())), warning.at()));
      case Alarm.Breach breach ->
          clocks.record(
              new Outcome.Breached(
                  clock.logging(clock.alarms().breached(breach.at())), breach.at()));
      case Alarm.Escalation escalation -> escalate(escalation, clock);
    }
  }

  private void escalate(Alarm.Escalation alarm, Clock clock) {
    int level = alarm.level().level();
    String name = clock.clockId() + ":" + level + ":" + clock.alarms().withdrawals();
    long before = clock.alarms().timesRaised(level);
    name = before == 0 ? name : name + ":" + before;
    UUID id = DerivedId.of(alarm.at(), name);
    AlarmLog log = clock.alarms().escalated(new RaisedEscalation(level, id));
    clocks.record(new Outcome.Escalated(clock.logging(log), alarm.at(), id, alarm.level()));
  }
}
