package io.casewire.sla.clock;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.casewire.events.Assurance;
import io.casewire.events.Category;
import io.casewire.events.Priority;
import io.casewire.sla.policy.CaseTraits;
import io.casewire.sla.policy.Metric;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;

/**
 * Customers and agents write, and some of the answers get lost. What waits afterwards depends on
 * which answers arrived, and not on the order or the number of the reports, nor on when timers
 * fire.
 */
class LostAnswerPropertyTest {

  private static final Instant START = Instant.parse("2026-11-23T09:00:00Z");
  private static final Duration DAY = Duration.ofDays(1);

  private final Rulebook rules = Rules.standard();

  @Property(seed = "20261201", tries = 500)
  void a_case_waits_as_if_lost_answers_had_never_been_written(
      @ForAll @LongRange(min = 0, max = 1_000_000) long seed,
      @ForAll @IntRange(min = 1, max = 14) int length) {
    Correspondence written = new Correspondence(seed, length);

    CaseClocks never = fold(written.withoutLost());
    CaseClocks lost = fold(written.withReports(new Random(seed)));

    assertEquals(messages(never), messages(lost));
    assertEquals(never.responded(), lost.responded());
    assertEquals(firstResponse(never), firstResponse(lost));
    assertTrue(
        lost.waiting().isEmpty() || !repliesThatRun(lost).isEmpty(), "waits without a clock");
  }

  @Property(seed = "20261202", tries = 500)
  void the_order_and_the_number_of_reports_make_no_difference(
      @ForAll @LongRange(min = 0, max = 1_000_000) long seed,
      @ForAll @IntRange(min = 1, max = 14) int length,
      @ForAll @LongRange(min = 0, max = 1_000) long order) {
    Correspondence written = new Correspondence(seed, length);
    List<CaseFact> reports = written.reports(written.end());
    List<CaseFact> shuffled = new ArrayList<>(reports);
    shuffled.addAll(reports);
    Collections.shuffle(shuffled, new Random(order));

    CaseClocks inOrder = fold(joined(written.facts, reports));
    CaseClocks outOfOrder = fold(joined(written.facts, shuffled));

    assertEquals(inOrder.waiting(), outOfOrder.waiting());
    assertEquals(inOrder.responded(), outOfOrder.responded());
    assertEquals(deadlines(inOrder), deadlines(outOfOrder));
  }

  @Property(seed = "20261203", tries = 500)
  void a_repeated_fact_changes_nothing(
      @ForAll @LongRange(min = 0, max = 1_000_000) long seed,
      @ForAll @IntRange(min = 1, max = 14) int length) {
    CaseClocks clocks = open();
    for (CaseFact fact : new Correspondence(seed, length).withReports(new Random(seed))) {
      clocks = ClockDecider.decide(clocks, fact, rules).clocks();
      Decision again = ClockDecider.decide(clocks, fact, rules);
      assertTrue(
          again.outcomes().stream()
              .allMatch(one -> one instanceof Outcome.Breached || one instanceof Outcome.Escalated),
          "more than what was due anyway");
      assertEquals(clocks.answers(), again.clocks().answers());
      assertEquals(clocks.waiting(), again.clocks().waiting());
      assertEquals(deadlines(clocks), deadlines(again.clocks()));
    }
  }

  @Property(seed = "20261204", tries = 500)
  void timers_between_the_facts_make_no_difference(
      @ForAll @LongRange(min = 0, max = 1_000_000) long seed,
      @ForAll @IntRange(min = 1, max = 14) int length,
      @ForAll @IntRange(min = 0, max = 100_000) int lateness) {
    CaseClocks timely = open();
    CaseClocks late = open();
    for (CaseFact fact : new Correspondence(seed, length).withReports(new Random(seed))) {
      timely = ClockDecider.decide(timely, fact, rules).clocks();
      late = ClockDecider.timeReached(late, fact.at().plusSeconds(lateness), rules).clocks();
      late = ClockDecider.decide(late, fact, rules).clocks();
    }

    assertEquals(deadlines(timely), deadlines(late));
    assertEquals(timely.waiting(), late.waiting());
    assertEquals(timely.answers(), late.answers());
  }

  @Property(seed = "20261205", tries = 500)
  void losing_an_answer_never_gives_a_clock_more_than_it_had_left(
      @ForAll @LongRange(min = 0, max = 1_000_000) long seed,
      @ForAll @IntRange(min = 1, max = 14) int length) {
    CaseClocks clocks = open();
    for (CaseFact fact : new Correspondence(seed, length).withReports(new Random(seed))) {
      CaseClocks before = clocks;
      Decision decision = ClockDecider.decide(clocks, fact, rules);
      for (Outcome outcome : decision.outcomes()) {
        if (outcome instanceof Outcome.Resumed resumed) {
          Clock met = byId(before, resumed.clock().clockId());
          assertEquals(ClockPhase.MET, met.phase());
          assertTrue(resumed.clock().remaining().compareTo(met.remaining()) <= 0);
          assertFalse(
              !met.breached() && resumed.clock().dueAt().isBefore(fact.at()),
              "due before it was known");
        }
      }
      clocks = decision.clocks();
    }
  }

  private CaseClocks open() {
    var traits =
        new CaseTraits(Category.REFUND, "en", "email", Priority.NORMAL, Assurance.NONE, List.of());
    var opening = new CaseOpening(CaseStory.CASE, 1, message(1), START, false, traits);
    return ClockDecider.open(opening, rules).clocks();
  }

  private CaseClocks fold(List<CaseFact> facts) {
    CaseClocks clocks = open();
    for (CaseFact fact : facts) {
      clocks = ClockDecider.decide(clocks, fact, rules).clocks();
    }
    return clocks;
  }

  private static Clock byId(CaseClocks clocks, UUID clockId) {
    return clocks.clocks().stream()
        .filter(clock -> clock.clockId().equals(clockId))
        .findFirst()
        .orElseThrow();
  }

  private static List<Clock> repliesThatRun(CaseClocks clocks) {
    return clocks.clocks().stream()
        .filter(clock -> clock.metric().awaitsReply() && clock.running())
        .toList();
  }

  private static List<UUID> messages(CaseClocks clocks) {
    return clocks.waiting().stream().map(WaitingMessage::messageId).toList();
  }

  private static List<UUID> firstResponse(CaseClocks clocks) {
    return repliesThatRun(clocks).stream()
        .filter(clock -> clock.metric() == Metric.FIRST_RESPONSE)
        .map(clock -> clock.awaited().messageId())
        .toList();
  }

  /** Of the clocks that run, by what they wait for: ids tell in which order clocks were started. */
  private static TreeMap<String, Instant> deadlines(CaseClocks clocks) {
    return clocks.clocks().stream()
        .filter(Clock::running)
        .collect(
            Collectors.toMap(
                clock -> clock.metric() + " " + clock.awaited(),
                Clock::dueAt,
                (one, other) -> one,
                TreeMap::new));
  }

  private static List<CaseFact> joined(List<CaseFact> some, List<CaseFact> others) {
    var all = new ArrayList<>(some);
    all.addAll(others);
    return all;
  }

  private static UUID message(long sequence) {
    return new UUID(0x7000, sequence);
  }

  /** What customer and agents write to each other; agents see more and more of it. */
  private static final class Correspondence {

    final List<CaseFact> facts = new ArrayList<>();
    private final Set<UUID> lost = new HashSet<>();

    Correspondence(long seed, int length) {
      var random = new Random(seed);
      Instant at = START;
      long sequence = 1;
      long seen = 0;
      for (int i = 0; i < length; i++) {
        at = at.plusSeconds(61 + random.nextInt(3 * 3600));
        if (random.nextBoolean()) {
          sequence++;
          facts.add(new CaseFact.CustomerWrote(sequence, message(sequence), at, false));
        } else {
          seen = Math.max(seen, sequence - random.nextInt(2));
          UUID answer = new UUID(0x8000, i);
          facts.add(new CaseFact.AgentReplied(answer, seen, at));
          if (random.nextBoolean()) {
            lost.add(answer);
          }
        }
      }
    }

    Instant end() {
      return facts.getLast().at().plus(DAY);
    }

    List<CaseFact> withoutLost() {
      return facts.stream().filter(fact -> !isLost(fact)).toList();
    }

    private boolean isLost(CaseFact fact) {
      return fact instanceof CaseFact.AgentReplied reply && lost.contains(reply.messageId());
    }

    List<CaseFact> reports(Instant at) {
      return facts.stream()
          .filter(this::isLost)
          .map(fact -> ((CaseFact.AgentReplied) fact).messageId())
          .<CaseFact>map(answer -> new CaseFact.AnswerLost(answer, at))
          .toList();
    }

    /** With a report of each lost answer some time after it. */
    List<CaseFact> withReports(Random random) {
      var all = new ArrayList<>(facts);
      for (CaseFact fact : facts) {
        if (isLost(fact)) {
          UUID answer = ((CaseFact.AgentReplied) fact).messageId();
          Instant known = fact.at().plusSeconds(1 + random.nextInt(5 * 3600));
          all.add(new CaseFact.AnswerLost(answer, known));
        }
      }
      all.sort(Comparator.comparing(CaseFact::at));
      return all;
    }
  }
}
