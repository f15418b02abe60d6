package io.casewire.sla.clock;

import io.casewire.events.Assurance;
import io.casewire.events.CaseStatus;
import io.casewire.events.Category;
import io.casewire.events.Priority;
import io.casewire.sla.policy.CaseTraits;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;

/**
 * What happens to a case, in the order in which it happens.
 *
 * @param lateness how long after it happened each fact is heard of
 * @param timersBefore how long before each fact timers fire, in order
 */
record RandomLife(
    CaseOpening opening, List<CaseFact> facts, Duration lateness, List<Duration> timersBefore) {

  private static final Instant START = Instant.parse("2026-11-23T09:07:13Z");
  private static final List<Category> CATEGORIES =
      List.of(
          Category.REFUND, Category.FEES, Category.COMPLAINT, Category.FEEDBACK, Category.OTHER);

  private enum Kind {
    CUSTOMER,
    CUSTOMER_AGAIN,
    MACHINE,
    REFUSED,
    REPLY,
    REPLY_AGAIN,
    ANSWER_LOST,
    ANSWER_SENT,
    PENDING,
    RESOLVED,
    OPEN,
    PRIORITY,
    CATEGORY,
    REBASE
  }

  private record Move(Kind kind, int seconds, int unseen, int choice) {}

  Instant end() {
    return facts.isEmpty() ? opening.at() : facts.getLast().at();
  }

  static Arbitrary<RandomLife> any() {
    Arbitrary<Move> moves =
        Combinators.combine(
                Arbitraries.of(Kind.class),
                Arbitraries.integers().between(61, 8 * 3600),
                Arbitraries.integers().between(0, 2),
                Arbitraries.integers().between(0, 4))
            .as(Move::new);
    return Combinators.combine(
            moves.list().ofMaxSize(20),
            Arbitraries.of(CATEGORIES),
            Arbitraries.of(true, false, false, false),
            Arbitraries.integers().between(0, 100_000))
        .as(RandomLife::of);
  }

  private static RandomLife of(
      List<Move> moves, Category category, boolean automatic, int lateness) {
    var facts = new ArrayList<CaseFact>();
    Instant at = START;
    long sequence = 1;
    for (Move move : moves) {
      at = at.plusSeconds(move.seconds());
      sequence += move.kind().compareTo(Kind.MACHINE) <= 0 ? 1 : 0;
      facts.add(fact(move, sequence, at));
    }
    var traits = new CaseTraits(category, "en", "chat", Priority.NORMAL, Assurance.NONE, List.of());
    var opening = new CaseOpening(CaseStory.CASE, 1, message(1), START, automatic, traits);
    var timers = List.of(Duration.ofSeconds(60), Duration.ofSeconds(7), Duration.ofSeconds(7));
    return new RandomLife(opening, facts, Duration.ofSeconds(lateness), timers);
  }

  private static CaseFact fact(Move move, long sequence, Instant at) {
    long seen = sequence - move.unseen();
    return switch (move.kind()) {
      case CUSTOMER, CUSTOMER_AGAIN ->
          new CaseFact.CustomerWrote(sequence, message(sequence), at, false);
      case MACHINE -> new CaseFact.CustomerWrote(sequence, message(sequence), at, true);
      case REFUSED -> new CaseFact.MessageRefused(message(seen), at);
      case REPLY, REPLY_AGAIN -> new CaseFact.AgentReplied(answer(sequence), seen, at);
      case ANSWER_LOST -> new CaseFact.AnswerLost(answer(seen), at);
      case ANSWER_SENT -> new CaseFact.AnswerSent(answer(seen), at);
      case PENDING -> new CaseFact.StatusChanged(CaseStatus.PENDING, seen, at);
      case RESOLVED -> new CaseFact.StatusChanged(CaseStatus.RESOLVED, seen, at);
      case OPEN -> new CaseFact.StatusChanged(CaseStatus.OPEN, seen, at);
      case PRIORITY -> new CaseFact.PriorityChanged(Priority.values()[move.choice() % 4], null, at);
      case CATEGORY -> new CaseFact.Classified(CATEGORIES.get(move.choice()), "en", at);
      case REBASE -> new CaseFact.Rebased(at);
    };
  }

  /** Answers are named by what the customer had said last, so that some are repeated. */
  private static UUID answer(long sequence) {
    return new UUID(0x8000, sequence);
  }

  private static UUID message(long sequence) {
    return new UUID(0x7000, sequence);
  }
}
