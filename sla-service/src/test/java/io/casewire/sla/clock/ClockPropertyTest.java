package io.casewire.sla.clock;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.UnaryOperator;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** Random lives of cases. What the clocks say may depend on what happened, and on nothing else. */
class ClockPropertyTest {

  private static final ObjectMapper JSON = new ObjectMapper().registerModule(new JavaTimeModule());
  private static final Duration LATER = Duration.ofDays(60);

  private final Rulebook rules = Rules.standard();

  @Property(seed = "20261121", tries = 500)
  void a_restart_at_any_point_changes_nothing(@ForAll("lives") RandomLife life) {
    List<Outcome> straight = run(life, clocks -> clocks);
    List<Outcome> restarted = run(life, ClockPropertyTest::storedAndRestored);

    assertEquals(straight, restarted);
  }

  @Property(seed = "20261122", tries = 500)
  void nothing_is_raised_twice_unless_it_was_withdrawn(@ForAll("lives") RandomLife life) {
    var breached = new HashSet<UUID>();
    var levels = new HashSet<String>();
    var escalations = new HashSet<UUID>();
    for (Outcome outcome : runWithRepeatedTimers(life)) {
      UUID id = outcome.clock().clockId();
      switch (outcome) {
        case Outcome.Breached breach -> {
          assertTrue(breached.add(id), "breached twice");
          assertEquals(breach.clock().dueAt(), breach.at());
        }
        case Outcome.Escalated escalated -> {
          assertTrue(breached.contains(id), "escalated without a breach");
          assertTrue(levels.add(id + " " + escalated.level().level()), "level twice");
          assertTrue(escalations.add(escalated.escalationId()), "id twice");
        }
        case Outcome.BreachWithdrawn withdrawn -> {
          assertTrue(breached.remove(id), "withdrawn without a breach");
          assertTrue(escalations.containsAll(withdrawn.escalationIds()));
          levels.removeIf(level -> level.startsWith(id.toString()));
        }
        case Outcome.Met met -> assertEquals(breached.contains(id), met.late());
        case Outcome.Warned _ -> assertFalse(breached.contains(id), "warned of the past");
        case Outcome.Started _,
            Outcome.Paused _,
            Outcome.Resumed _,
            Outcome.Cancelled _,
            Outcome.Retargeted _ -> {}
      }
    }
  }

  @Property(seed = "20261123", tries = 500)
  void it_makes_no_difference_how_often_timers_fire(@ForAll("lives") RandomLife life) {
    Decision start = ClockDecider.open(life.opening(), rules);
    var rare = new ArrayList<>(start.outcomes());
    CaseClocks clocks = start.clocks();
    for (CaseFact fact : life.facts()) {
      clocks = note(rare, ClockDecider.decide(clocks, fact, rules));
    }
    note(rare, ClockDecider.timeReached(clocks, life.end().plus(LATER), rules));

    assertEquals(withoutWarnings(rare), withoutWarnings(runWithRepeatedTimers(life)));
  }

  @Property(seed = "20261124", tries = 500)
  void it_makes_no_difference_how_late_facts_are_heard_of(@ForAll("lives") RandomLife life) {
    var late = new ArrayList<>(ClockDecider.open(life.opening(), rules).outcomes());
    CaseClocks clocks = ClockDecider.open(life.opening(), rules).clocks();
    for (CaseFact fact : life.facts()) {
      Instant heard = fact.at().plus(life.lateness());
      clocks = note(late, ClockDecider.timeReached(clocks, heard, rules));
      clocks = note(late, ClockDecider.decide(clocks, fact, rules));
    }
    note(late, ClockDecider.timeReached(clocks, life.end().plus(LATER), rules));

    assertEquals(endings(runWithRepeatedTimers(life)), endings(late));
  }

  @Property(seed = "20261125", tries = 500)
  void the_next_alarm_is_announced(@ForAll("lives") RandomLife life) {
    Decision decision = ClockDecider.open(life.opening(), rules);
    for (CaseFact fact : life.facts()) {
      decision = ClockDecider.decide(decision.clocks(), fact, rules);
      decision = firedUntil(life.end(), decision);
    }
  }

  /** Fires just before and at each announced instant: nothing comes early, something comes then. */
  private Decision firedUntil(Instant end, Decision decision) {
    Decision at = decision;
    while (at.nextAlarmAt() != null && at.nextAlarmAt().isBefore(end)) {
      Instant next = at.nextAlarmAt();
      Decision early = ClockDecider.timeReached(at.clocks(), next.minusNanos(1), rules);
      assertEquals(List.of(), early.outcomes());
      at = ClockDecider.timeReached(early.clocks(), next, rules);
      assertFalse(at.outcomes().isEmpty(), "nothing happened at " + next);
    }
    return at;
  }

  @Provide
  Arbitrary<RandomLife> lives() {
    return RandomLife.any();
  }

  private List<Outcome> runWithRepeatedTimers(RandomLife life) {
    return run(life, clocks -> clocks);
  }

  /** Timers fire once and again between any two facts. */
  private List<Outcome> run(RandomLife life, UnaryOperator<CaseClocks> between) {
    Decision start = ClockDecider.open(life.opening(), rules);
    var outcomes = new ArrayList<>(start.outcomes());
    CaseClocks clocks = start.clocks();
    for (CaseFact fact : life.facts()) {
      for (Duration before : life.timersBefore()) {
        Instant now = fact.at().minus(before);
        clocks = note(outcomes, ClockDecider.timeReached(between.apply(clocks), now, rules));
      }
      clocks = note(outcomes, ClockDecider.decide(between.apply(clocks), fact, rules));
    }
    Instant end = life.end().plus(LATER);
    note(outcomes, ClockDecider.timeReached(between.apply(clocks), end, rules));
    return outcomes;
  }

  private static CaseClocks note(List<Outcome> outcomes, Decision decision) {
    outcomes.addAll(decision.outcomes());
    return decision.clocks();
  }

  private static List<String> withoutWarnings(List<Outcome> outcomes) {
    return outcomes.stream()
        .filter(outcome -> !(outcome instanceof Outcome.Warned))
        .map(outcome -> CaseStory.tell(outcome) + " " + ids(outcome))
        .toList();
  }

  private static Set<UUID> ids(Outcome outcome) {
    UUID clock = outcome.clock().clockId();
    return outcome instanceof Outcome.Escalated escalated
        ? Set.of(clock, escalated.escalationId())
        : Set.of(clock);
  }

  /** How each clock ended, with its breach if it had one. */
  private static Map<UUID, String> endings(List<Outcome> outcomes) {
    var endings = new TreeMap<UUID, String>();
    for (Outcome outcome : outcomes) {
      Clock clock = outcome.clock();
      endings.put(
          clock.clockId(),
          List.of(clock.metric(), clock.phase(), clock.watch(), clock.dueAt(), clock.standing())
              .toString());
    }
    return endings;
  }

  private static CaseClocks storedAndRestored(CaseClocks clocks) {
    try {
      return JSON.readValue(JSON.writeValueAsString(clocks), CaseClocks.class);
    } catch (JsonProcessingException notPlain) {
      throw new AssertionError("the state is not made of plain values", notPlain);
    }
  }
}
