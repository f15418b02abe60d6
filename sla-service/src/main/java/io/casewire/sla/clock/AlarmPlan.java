package io.casewire.sla.clock;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** What a clock will raise as long as it runs on. */
final class AlarmPlan {

  private AlarmPlan() {}

  /**
   * What is not raised yet; at one instant a warning comes before a breach and that before levels.
   */
  static List<Alarm> of(Clock clock, Agreement agreement) {
    if (!clock.running()) {
      return List.of();
    }
    var plan = new ArrayList<Alarm>();
    if (!clock.breached()) {
      warnings(clock, agreement).forEach(plan::add);
      plan.add(new Alarm.Breach(clock.metric(), clock.dueAt()));
    }
    if (!clock.alarms().acknowledged()) {
      levels(clock, agreement).forEach(plan::add);
    }
    return plan;
  }

  private static Stream<Alarm> warnings(Clock clock, Agreement agreement) {
    Duration done = clock.alarms().warnedUpTo();
    return agreement.policy().warnAt().stream()
        .map(warnAt -> warnAt.offsetIn(clock.target()))
        .filter(offset -> offset.isPositive() && offset.compareTo(done) > 0)
        .sorted()
        .map(offset -> new Alarm.Warning(clock.metric(), when(clock, agreement, offset), offset));
  }

  private static Stream<Alarm> levels(Clock clock, Agreement agreement) {
    return agreement.policy().escalation().levels().stream()
        .filter(level -> !clock.alarms().hasRaised(level.level()))
        .map(
            level -> {
              Duration offset = clock.target().plus(level.afterBreach());
              Instant at = when(clock, agreement, offset);
              // A calendar that has run out of open time must not escalate what is not due yet.
              Instant notBeforeBreach = at.isBefore(clock.dueAt()) ? clock.dueAt() : at;
              return new Alarm.Escalation(clock.metric(), notBeforeBreach, level);
            });
  }

  private static Instant when(Clock clock, Agreement agreement, Duration offset) {
    return clock.watch().reaches(offset, agreement.hours());
  }
}
