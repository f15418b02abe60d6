package io.casewire.sla.clock;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.casewire.events.Assurance;
import io.casewire.events.CaseStatus;
import io.casewire.events.Category;
import io.casewire.events.Priority;
import io.casewire.sla.policy.CaseTraits;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/**
 * Tells a case: {@code given(steps).when(step).then(outcomes)}. Times are {@code HH:mm} on Monday
 * the 23rd, or {@code dd HH:mm}, in UTC; an outcome is written as {@link #tell} writes it.
 */
final class CaseStory {

  static final UUID CASE = UUID.fromString("01990000-0000-7000-8000-000000000001");

  /** One thing that happens to the case. */
  interface Step {
    Decision take(CaseClocks clocks, Rulebook rules);
  }

  private final Rulebook rules;
  private CaseClocks clocks;
  private Decision last;

  private CaseStory(Rulebook rules) {
    this.rules = rules;
  }

  static CaseStory under(Rulebook rules) {
    return new CaseStory(rules);
  }

  CaseStory given(Step... steps) {
    for (Step step : steps) {
      when(step);
    }
    return this;
  }

  CaseStory when(Step step) {
    last = step.take(clocks, rules);
    clocks = last.clocks();
    return this;
  }

  CaseStory then(String... outcomes) {
    assertEquals(
        String.join("\n", outcomes),
        String.join("\n", last.outcomes().stream().map(CaseStory::tell).toList()));
    return this;
  }

  CaseStory nextAlarmAt(String time) {
    assertEquals(time == null ? null : at(time), last.nextAlarmAt());
    return this;
  }

  List<Outcome> outcomes() {
    return last.outcomes();
  }

  CaseClocks clocks() {
    return clocks;
  }

  static Step opened(String time) {
    return opened(Category.REFUND, Priority.NORMAL, time);
  }

  static Step opened(Category category, String time) {
    return opened(category, Priority.NORMAL, time);
  }

  static Step opened(Category category, Priority priority, String time) {
    return (none, rules) -> ClockDecider.open(opening(category, priority, time, false), rules);
  }

  static Step openedByMachine(String time) {
    return (none, rules) ->
        ClockDecider.open(opening(Category.REFUND, Priority.NORMAL, time, true), rules);
  }

  private static CaseOpening opening(
      Category category, Priority priority, String time, boolean automatic) {
    var traits = new CaseTraits(category, "zh", "email", priority, Assurance.NONE, List.of());
    return new CaseOpening(CASE, 1, message(1), at(time), automatic, traits);
  }

  static Step customerWrote(long sequence, String time) {
    return fact(new CaseFact.CustomerWrote(sequence, message(sequence), at(time), false));
  }

  static Step machineWrote(long sequence, String time) {
    return fact(new CaseFact.CustomerWrote(sequence, message(sequence), at(time), true));
  }

  static Step refused(long sequence, String time) {
    return fact(new CaseFact.MessageRefused(message(sequence), at(time)));
  }

  static Step replied(long seen, String time) {
    return answered(time, seen, time);
  }

  /** An answer with a name, for what is told of it later; {@link #replied} is named by its time. */
  static Step answered(String name, long seen, String time) {
    return fact(new CaseFact.AgentReplied(answer(name), seen, at(time)));
  }

  static Step lost(String name, String time) {
    return fact(new CaseFact.AnswerLost(answer(name), at(time)));
  }

  static Step sent(String name, String time) {
    return fact(new CaseFact.AnswerSent(answer(name), at(time)));
  }

  private static UUID answer(String name) {
    return UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8));
  }

  static Step pending(long seen, String time) {
    return status(CaseStatus.PENDING, seen, time);
  }

  static Step reopened(String time) {
    return status(CaseStatus.OPEN, 0, time);
  }

  static Step resolved(long seen, String time) {
    return status(CaseStatus.RESOLVED, seen, time);
  }

  static Step status(CaseStatus to, long seen, String time) {
    return fact(new CaseFact.StatusChanged(to, seen, at(time)));
  }

  static Step priority(Priority to, String time) {
    return fact(new CaseFact.PriorityChanged(to, null, at(time)));
  }

  static Step priorityRaisedByEscalation(Priority to, String time) {
    return fact(new CaseFact.PriorityChanged(to, message(99), at(time)));
  }

  static Step classified(Category category, String time) {
    return fact(new CaseFact.Classified(category, "zh", at(time)));
  }

  static Step rebased(String time) {
    return fact(new CaseFact.Rebased(at(time)));
  }

  static Step fact(CaseFact fact) {
    return (clocks, rules) -> ClockDecider.decide(clocks, fact, rules);
  }

  static Step time(String time) {
    return (clocks, rules) -> ClockDecider.timeReached(clocks, at(time), rules);
  }

  /** New policies and calendars are put; the case hears nothing of it. */
  static Step policiesReplaced() {
    return (clocks, rules) -> {
      ((Rules) rules).replaced();
      return new Decision(clocks, List.of(), null);
    };
  }

  static Instant at(String time) {
    int space = time.indexOf(' ');
    int day = space < 0 ? 23 : Integer.parseInt(time.substring(0, space));
    return LocalDate.of(2026, 11, day)
        .atTime(LocalTime.parse(time.substring(space + 1)))
        .toInstant(ZoneOffset.UTC);
  }

  private static String text(Instant instant) {
    var local = instant.atOffset(ZoneOffset.UTC);
    String day = local.getDayOfMonth() == 23 ? "" : local.getDayOfMonth() + " ";
    return day + local.toLocalTime();
  }

  private static UUID message(long sequence) {
    return new UUID(CASE.getMostSignificantBits(), sequence);
  }

  static String tell(Outcome outcome) {
    Clock clock = outcome.clock();
    var words = new ArrayList<String>();
    words.add(clock.metric().wireName());
    words.addAll(
        switch (outcome) {
          case Outcome.Started _ ->
              List.of("started", text(clock.startedAt()), "due", text(clock.dueAt()));
          case Outcome.Paused paused ->
              List.of("paused", text(paused.at()), "remaining", clock.remaining().toString());
          case Outcome.Resumed resumed ->
              List.of("resumed", text(resumed.at()), "due", text(clock.dueAt()));
          case Outcome.Met met -> List.of(met.late() ? "met late" : "met", text(met.at()));
          case Outcome.Cancelled cancelled ->
              List.of("cancelled", text(cancelled.at()), cancelled.reason().wireName());
          case Outcome.Retargeted moved ->
              List.of(
                  "retargeted",
                  text(moved.at()),
                  "due",
                  text(clock.dueAt()),
                  clock.terms().policy());
          case Outcome.Warned warned -> List.of("warned", text(warned.at()));
          case Outcome.Breached breached -> List.of("breached", text(breached.at()));
          case Outcome.BreachWithdrawn withdrawn ->
              List.of(
                  "breach withdrawn",
                  text(withdrawn.at()),
                  "with",
                  withdrawn.escalationIds().size() + "");
          case Outcome.Escalated escalated ->
              List.of("escalated", text(escalated.at()), escalated.level().to().value());
        });
    return String.join(" ", words);
  }
}
