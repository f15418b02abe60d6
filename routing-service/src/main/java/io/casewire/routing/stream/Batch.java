package io.casewire.routing.stream;

import io.casewire.events.CaseOpened;
import io.casewire.events.UndeliveredOutcome;
import io.casewire.routing.casework.CaseEntity;
import io.casewire.routing.casework.CaseWork;
import io.casewire.routing.casework.MessageKey;
import io.casewire.routing.casework.Occasion;
import io.casewire.routing.directory.AgentAtWork;
import io.casewire.routing.life.SystemCommand;
import io.casewire.routing.roster.QueueBook;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/**
 * A batch of facts in progress: the locked cases, what was read for them, and what is to be
 * written.
 */
final class Batch {

  private final QueueBook queues;
  private final Map<String, AgentAtWork> people;
  private final Map<MessageKey, Long> sequences;
  private final Map<MessageKey, Optional<UndeliveredOutcome>> answers;
  private final Map<UUID, CaseEntity> cases;
  private final CaseWork work;
  private final Instant now;

  /**
   * @param people by id: the agents to whom one of the cases can go
   * @param sequences of the messages that escalations wait for
   * @param answers those of which notification tells, with how they were lost if they were
   * @param cases the locked ones; those that the batch opens are added
   * @param now the database's time, by which everything that follows from the batch is dated
   */
  Batch(
      QueueBook queues,
      Map<String, AgentAtWork> people,
      Map<MessageKey, Long> sequences,
      Map<MessageKey, Optional<UndeliveredOutcome>> answers,
      Map<UUID, CaseEntity> cases,
      Instant now) {
    this.queues = queues;
    this.people = people;
    this.sequences = sequences;
    this.answers = new HashMap<>(answers);
    this.cases = new HashMap<>(cases);
    this.now = now;
    this.work = new CaseWork(queues, people);
  }

  QueueBook queues() {
    return queues;
  }

  Collection<AgentAtWork> people() {
    return people.values();
  }

  Instant now() {
    return now;
  }

  CaseWork work() {
    return work;
  }

  /** Carries out what follows from a fact by itself. */
  void carryOut(Fact fact, SystemCommand command) {
    work.carryOut(caseOf(fact), command, fact.occasion(now, Occasion.SYSTEM));
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

  /** Whether this is an answer of staff; other notices carry nothing that can be lost. */
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

  /** The sequence of the event that brought a message, of this batch or an earlier one. */
  Optional<Long> sequenceOf(MessageKey message) {
    return Optional.ofNullable(sequences.get(message)).or(() -> work.sequenceOf(message));
  }
}
