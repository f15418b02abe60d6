package io.casewire.sla.cases;

import io.casewire.events.CaseClassified;
import io.casewire.events.CaseEvent;
import io.casewire.events.CaseOpened;
import io.casewire.events.CasePriorityChanged;
import io.casewire.events.CaseStatusChanged;
import io.casewire.events.EventCodec;
import io.casewire.events.EventType;
import io.casewire.events.envelope.Topics;
import io.casewire.kit.inbox.EventHandler;
import io.casewire.kit.inbox.ReceivedEvent;
import io.casewire.kit.transaction.UnitOfWork;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.hibernate.reactive.mutiny.Mutiny;

/** Keeps the copies of cases in step with the stream. */
@ApplicationScoped
class CaseEvents implements EventHandler {

  private static final Set<EventType> CONSUMED =
      Set.of(
          EventType.CASE_OPENED,
          EventType.CASE_STATUS_CHANGED,
          EventType.CASE_CLASSIFIED,
          EventType.CASE_PRIORITY_CHANGED);

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
    return lockKnown(session, facts)
        .chain(
            known -> {
              List<CaseEntity> opened = fold(known, facts);
              return session.persistAll(opened.toArray()).chain(session::flush);
            });
  }

  private static CaseEvent decode(ReceivedEvent event) {
    EventType type = EventType.byWireName(event.envelope().type()).orElseThrow();
    return (CaseEvent) EventCodec.decode(type, event.body());
  }

  /** Cases that are only now opened have no row to lock. */
  private static Uni<Map<UUID, CaseEntity>> lockKnown(
      Mutiny.Session session, List<CaseEvent> facts) {
    List<UUID> ids =
        facts.stream()
            .filter(fact -> !(fact instanceof CaseOpened))
            .map(CaseEvent::caseId)
            .distinct()
            .toList();
    if (ids.isEmpty()) {
      return Uni.createFrom().item(new HashMap<>());
    }
    return session
        .createSelectionQuery(
            "from CaseEntity where caseId in (?1) order by caseId", CaseEntity.class)
        .setParameter(1, ids)
        .setLockMode(LockModeType.PESSIMISTIC_WRITE)
        .getResultList()
        .map(CaseEvents::byId);
  }

  private static Map<UUID, CaseEntity> byId(List<CaseEntity> cases) {
    Map<UUID, CaseEntity> byId = new HashMap<>();
    cases.forEach(entity -> byId.put(entity.caseId, entity));
    return byId;
  }

  /** Applies the facts in order and returns the cases that were opened by them. */
  private static List<CaseEntity> fold(Map<UUID, CaseEntity> known, List<CaseEvent> facts) {
    return facts.stream()
        .<CaseEntity>mapMulti(
            (fact, opened) -> {
              if (fact instanceof CaseOpened first) {
                CaseEntity entity = new CaseEntity(first);
                known.put(entity.caseId, entity);
                opened.accept(entity);
              } else {
                change(knownCase(known, fact), fact);
              }
            })
        .toList();
  }

  private static CaseEntity knownCase(Map<UUID, CaseEntity> known, CaseEvent fact) {
    CaseEntity entity = known.get(fact.caseId());
    if (entity == null) {
      throw new IllegalStateException("no case " + fact.caseId());
    }
    return entity;
  }

  private static void change(CaseEntity entity, CaseEvent fact) {
    switch (fact) {
      case CaseStatusChanged changed -> entity.status = changed.to();
      case CasePriorityChanged changed -> entity.priority = changed.to();
      case CaseClassified classified -> {
        entity.category = classified.category();
        entity.language = classified.language();
      }
      default -> throw new IllegalStateException("not consumed: " + EventType.of(fact));
    }
  }
}
