package io.casewire.routing.stream;

import io.casewire.events.CaseOpened;
import io.casewire.events.UndeliveredOutcome;
import io.casewire.routing.casework.CaseEntity;
import io.casewire.routing.casework.CaseWork;
import io.casewire.routing.casework.MessageKey;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** A batch of facts in progress: what is known, the locked cases, and what is to be written. */
final class Batch {

  private final Knowledge known;
  private final Map<UUID, CaseEntity> cases;
  private final Map<MessageKey, Optional<UndeliveredOutcome>> answers;
  private final CaseWork work;
  private final Instant now;

  /**
   * @param cases the locked ones; those that the batch opens are added
   * @param now the database's time, by which everything that follows from the batch is dated
   */
  Batch(Knowledge known, Map<UUID, CaseEntity> cases, Instant now) {
    this.known = known;
    this.cases = cases;
    this.answers = new HashMap<>(known.answers());
    this.now = now;
    this.work = new CaseWork(known.queues(), known::person);
  }

  Knowledge known() {
    return known;
  }

  Instant now() {
    return now;
  }

  CaseWork work() {
    return work;
  }

  boolean has(CaseOpened opened) {
    return cases.containsKey(opened.caseId());
  }

  void add(CaseEntity opened) {
    cases.put(opened.id(), opened);
    work.open(opened);
  }

  CaseEntity caseOf(Fact fact) {
    return Optional.ofNullable(cases.get(fact.caseId()))
        .orElseThrow(() -> new IllegalStateException("no case " + fact.caseId()));
  }

  /** Whether this is an answer of staff; notices carry nothing else that anybody waits for. */
  boolean isAnswer(MessageKey message) {
    return answers.containsKey(message);
  }

  /** How an answer was lost, as far as this batch knows. */
  Optional<UndeliveredOutcome> lossOf(MessageKey answer) {
    return answers.getOrDefault(answer, Optional.empty());
  }

  /** What became of an answer, for the facts that follow in this batch. */
  void learn(MessageKey answer, Optional<UndeliveredOutcome> loss) {
    answers.put(answer, loss);
  }

  /** The sequence of the event that brought a message, wherever it is known from. */
  Optional<Long> sequenceOf(MessageKey message) {
    return known.sequenceOf(message).or(() -> work.sequenceOf(message));
  }
}
