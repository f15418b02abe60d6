package io.casewire.sla.pages;

import io.casewire.sla.calendar.TimelineRow;
import io.casewire.sla.clock.Clock;
import io.casewire.sla.clock.ClockPhase;
import io.casewire.sla.clock.Rulebook;
import io.casewire.sla.clock.Terms;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A clock of a case with the reasons for its deadline.
 *
 * @param target what it may take, in words
 * @param counted what had counted when the clock was last started or stopped, in words
 * @param since when that was
 * @param remaining what is left, in words; null when nothing is waited for any more
 * @param timeline from then on to the deadline; empty unless the clock runs
 */
record ClockStory(
    String metric,
    String state,
    Instant startedAt,
    Instant dueAt,
    @Nullable Instant metAt,
    @Nullable Instant breachedAt,
    Terms terms,
    String target,
    String counted,
    Instant since,
    @Nullable String remaining,
    List<Step> timeline) {

  private static final int MOST_STEPS = 60;

  /**
   * A stretch of time.
   *
   * @param why {@code open}, {@code closed} or {@code holiday}
   * @param holiday its name, if it is one
   */
  record Step(Instant from, Instant until, String why, @Nullable String holiday, String counted) {}

  static ClockStory of(Clock clock, Rulebook rules, Instant now, Spans spans) {
    boolean waits = clock.phase() == ClockPhase.RUNNING || clock.phase() == ClockPhase.PAUSED;
    return new ClockStory(
        clock.metric().wireName(),
        clock.standing().wireName(),
        clock.startedAt(),
        clock.dueAt(),
        clock.phase() == ClockPhase.MET ? clock.watch().since() : null,
        clock.alarms().breachedAt(),
        clock.terms(),
        spans.say(clock.target()),
        spans.say(clock.watch().counted()),
        clock.watch().since(),
        waits ? spans.say(clock.remainingAt(now, rules)) : null,
        steps(clock, rules, spans));
  }

  private static List<Step> steps(Clock clock, Rulebook rules, Spans spans) {
    if (clock.phase() != ClockPhase.RUNNING) {
      return List.of();
    }
    Optional<List<TimelineRow>> rows = clock.timeline(rules, MOST_STEPS);
    return rows.stream().flatMap(List::stream).map(row -> step(row, spans)).toList();
  }

  private static Step step(TimelineRow row, Spans spans) {
    Optional<String> holiday = row.holiday();
    return new Step(
        row.from(),
        row.until(),
        holiday.isPresent() ? "holiday" : row.why(),
        holiday.orElse(null),
        spans.say(row.counted()));
  }
}
