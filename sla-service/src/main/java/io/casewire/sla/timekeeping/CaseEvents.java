package io.casewire.sla.timekeeping;

import io.casewire.events.EventType;
import io.casewire.events.envelope.Topics;
import io.casewire.kit.inbox.EventHandler;
import io.casewire.kit.inbox.ReceivedEvent;
import io.casewire.kit.transaction.UnitOfWork;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/** Takes the facts of cases: a batch costs the same few statements whatever its size. */
@ApplicationScoped
class CaseEvents implements EventHandler {

  private static final Set<EventType> CONSUMED =
      Set.of(
          EventType.CASE_OPENED,
          EventType.CUSTOMER_MESSAGE_RECEIVED,
          EventType.CASE_QUEUED,
          EventType.CASE_ASSIGNED,
          EventType.CASE_UNASSIGNED,
          EventType.CASE_STATUS_CHANGED,
          EventType.CASE_AGENT_REPLIED,
          EventType.ANSWER_UNDELIVERED,
          EventType.NOTIFICATION_SENT,
          EventType.CASE_CLASSIFIED,
          EventType.CASE_PRIORITY_CHANGED,
          EventType.MESSAGE_REFUSED,
          EventType.ESCALATION_RESOLVED);

  private final Rounds rounds;

  CaseEvents(Rounds rounds) {
    this.rounds = rounds;
  }

  @Override
  public String topic() {
    return Topics.CASE_EVENTS;
  }

  @Override
  public boolean consumes(String type) {
    return EventType.byWireName(type).filter(CONSUMED::contains).isPresent();
  }

  @Override
  public Uni<Void> apply(UnitOfWork unitOfWork, List<ReceivedEvent> events) {
    List<Fact> facts = events.stream().map(Fact::of).filter(Fact::isOfInterest).toList();
    if (facts.isEmpty()) {
      return Uni.createFrom().voidItem();
    }
    Set<UUID> caseIds = facts.stream().map(Fact::caseId).collect(Collectors.toSet());
    return unitOfWork
        .now()
        .chain(
            now ->
                rounds.hold(
                    unitOfWork,
                    caseIds,
                    now,
                    facts.stream().map(Fact::happenedAt).toList(),
                    round -> round.follow(facts)))
        .replaceWithVoid();
  }
}
