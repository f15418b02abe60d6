package io.casewire.intake.conversation;

import io.casewire.events.CaseAgentReplied;
import io.casewire.events.CaseAssigned;
import io.casewire.events.CaseClassified;
import io.casewire.events.CaseEvent;
import io.casewire.events.CaseQueued;
import io.casewire.events.CaseStatusChanged;
import io.casewire.events.CaseUnassigned;
import io.casewire.events.Event;
import io.casewire.events.EventCodec;
import io.casewire.events.EventType;
import io.casewire.events.envelope.Topics;
import io.casewire.kit.inbox.EventHandler;
import io.casewire.kit.inbox.ReceivedEvent;
import io.casewire.kit.transaction.UnitOfWork;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.hibernate.reactive.mutiny.Mutiny;

/** Keeps intake's copies of cases in step with what routing says of them. */
@ApplicationScoped
class CaseEvents implements EventHandler {

  private static final Set<EventType> CONSUMED =
      Set.of(
          EventType.CASE_QUEUED,
          EventType.CASE_ASSIGNED,
          EventType.CASE_UNASSIGNED,
          EventType.CASE_STATUS_CHANGED,
          EventType.CASE_CLASSIFIED,
          EventType.CASE_AGENT_REPLIED);

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
    List<CaseEvent> facts = events.stream().map(CaseEvents::decode).toList();
    Mutiny.Session session = unitOfWork.session();
    return lockCases(session, facts)
        .chain(cases -> applyAll(session, cases, facts))
        .chain(session::flush);
  }

  private static CaseEvent decode(ReceivedEvent event) {
    EventType type = EventType.byWireName(event.envelope().type()).orElseThrow();
    Event decoded = EventCodec.decode(type, event.body());
    return (CaseEvent) decoded;
  }

  private static Uni<Map<UUID, CaseEntity>> lockCases(
      Mutiny.Session session, List<CaseEvent> facts) {
    return session
        .createSelectionQuery("from CaseEntity where id in (?1) order by id", CaseEntity.class)
        .setParameter(1, facts.stream().map(CaseEvent::caseId).distinct().toList())
        .setLockMode(LockModeType.PESSIMISTIC_WRITE)
        .getResultList()
        .map(
            cases ->
                cases.stream().collect(Collectors.toMap(entity -> entity.id, Function.identity())));
  }

  private static Uni<Void> applyAll(
      Mutiny.Session session, Map<UUID, CaseEntity> cases, List<CaseEvent> facts) {
    return Multi.createFrom()
        .iterable(facts)
        .onItem()
        .transformToUniAndConcatenate(fact -> apply(session, knownCase(cases, fact), fact))
        .toUni()
        .replaceWithVoid();
  }

  private static CaseEntity knownCase(Map<UUID, CaseEntity> cases, CaseEvent fact) {
    CaseEntity entity = cases.get(fact.caseId());
    if (entity == null) {
      throw new IllegalStateException("no case " + fact.caseId());
    }
    return entity;
  }

  private static Uni<Void> apply(Mutiny.Session session, CaseEntity entity, CaseEvent fact) {
    switch (fact) {
      case CaseQueued queued -> {
        entity.queue = queued.queue();
        entity.owner = null;
      }
      case CaseAssigned assigned -> {
        entity.queue = assigned.queue();
        entity.owner = assigned.agentId();
      }
      case CaseUnassigned unassigned -> entity.owner = null;
      case CaseStatusChanged changed -> {
        entity.status = changed.to();
        entity.reopenUntil = changed.reopenUntil();
      }
      case CaseClassified classified -> {
        entity.category = classified.category();
        entity.language = classified.language();
      }
      case CaseAgentReplied reply -> {
        return session.persist(agentMessage(entity, reply));
      }
      default -> throw new IllegalStateException("not consumed: " + EventType.of(fact));
    }
    return Uni.createFrom().voidItem();
  }

  private static MessageEntity agentMessage(CaseEntity entity, CaseAgentReplied reply) {
    MessageEntity message = new MessageEntity(reply.messageId(), entity.id, entity.nextPosition());
    message.author = "agent";
    message.authorName = reply.displayName();
    message.channel = reply.via();
    message.text = reply.personal().text();
    message.sentAt = reply.at();
    message.receivedAt = reply.at();
    return message;
  }
}
