package io.casewire.routing.stream;

import io.casewire.events.CaseOpened;
import io.casewire.routing.casework.CaseEntity;
import io.casewire.routing.casework.CaseWork;
import io.casewire.routing.casework.MessageKey;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** A batch of facts in progress: what is known, the locked cases, and what is to be written. */
final class Batch {

  private final Knowledge known;
  private final Map<UUID, CaseEntity> cases;
  private final CaseWork work;

  /**
   * @param cases the locked ones; those that the batch opens are added
   */
  Batch(Knowledge known, Map<UUID, CaseEntity> cases) {
    this.known = known;
    this.cases = cases;
    this.work = new CaseWork(known.queues(), known::person);
  }

  Knowledge known() {
    return known;
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

  /** Whether an agent has room for so much, what this batch gives him included. */
  boolean hasRoom(String agentId, int weight) {
    return known
        .person(agentId)
        .filter(agent -> agent.hasRoomFor(weight + work.loadChange(agentId)))
        .isPresent();
  }

  /** The sequence of the event that brought a message, wherever it is known from. */
  Optional<Long> sequenceOf(MessageKey message) {
    return known.sequenceOf(message).or(() -> work.sequenceOf(message));
  }
}
