package io.casewire.routing.stream;

import io.casewire.events.EventType;
import io.casewire.events.envelope.Topics;
import io.casewire.kit.inbox.EventHandler;
import io.casewire.kit.inbox.ReceivedEvent;
import io.casewire.kit.transaction.UnitOfWork;
import io.casewire.routing.casework.CaseEntity;
import io.casewire.routing.casework.CaseLedger;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/**
 * Does to cases what the stream says: one batch is one round of locking, deciding in memory, and
 * writing. It only puts cases into queues; who gets them is decided elsewhere.
 */
@ApplicationScoped
class CaseEvents implements EventHandler {

  private static final Set<EventType> CONSUMED =
      Set.of(
          EventType.CASE_OPENED,
          EventType.CUSTOMER_MESSAGE_RECEIVED,
          EventType.MESSAGE_MOVED,
          EventType.CASE_CLOSED_BY_CUSTOMER,
          EventType.CASE_RATED,
          EventType.SLA_CLOCK_STARTED,
          EventType.SLA_CLOCK_PAUSED,
          EventType.SLA_CLOCK_RESUMED,
          EventType.SLA_CLOCK_RETARGETED,
          EventType.SLA_CLOCK_MET,
          EventType.SLA_CLOCK_CANCELLED,
          EventType.SLA_BREACHED,
          EventType.SLA_BREACH_WITHDRAWN,
          EventType.CASE_ESCALATED,
          EventType.NOTIFICATION_SENT,
          EventType.NOTIFICATION_FAILED,
          EventType.NOTIFICATION_SUPPRESSED,
          EventType.NOTIFICATION_BOUNCED);

  private final CaseLedger ledger;
  private final BatchKnowledge knowledge;
  private final FactRules rules;

  CaseEvents(CaseLedger ledger, BatchKnowledge knowledge, FactRules rules) {
    this.ledger = ledger;
    this.knowledge = knowledge;
    this.rules = rules;
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
    List<Fact> facts = events.stream().map(Fact::of).filter(Fact::matters).toList();
    if (facts.isEmpty()) {
      return Uni.createFrom().voidItem();
    }
    Set<UUID> ids = facts.stream().map(Fact::caseId).collect(Collectors.toSet());
    return ledger
        .lock(unitOfWork.session(), ids)
        .chain(locked -> apply(unitOfWork, facts, new HashMap<>(locked)));
  }

  private Uni<Void> apply(UnitOfWork unitOfWork, List<Fact> facts, Map<UUID, CaseEntity> cases) {
    return knowledge
        .gather(unitOfWork.session(), facts, cases.values())
        .chain(known -> unitOfWork.now().map(now -> new Batch(known, cases, now)))
        .invoke(batch -> facts.forEach(fact -> rules.follow(batch, fact)))
        .chain(batch -> ledger.write(unitOfWork, batch.work()));
  }
}
