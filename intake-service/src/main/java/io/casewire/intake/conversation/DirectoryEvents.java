package io.casewire.intake.conversation;

import io.casewire.events.AgentDefined;
import io.casewire.events.EventCodec;
import io.casewire.events.EventType;
import io.casewire.events.envelope.Topics;
import io.casewire.kit.inbox.EventHandler;
import io.casewire.kit.inbox.ReceivedEvent;
import io.casewire.kit.transaction.UnitOfWork;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.hibernate.reactive.mutiny.Mutiny;

/** Keeps intake's copy of the staff. */
@ApplicationScoped
class DirectoryEvents implements EventHandler {

  @Override
  public String topic() {
    return Topics.DIRECTORY_EVENTS;
  }

  @Override
  public boolean consumes(String type) {
    return EventType.AGENT_DEFINED.wireName().equals(type);
  }

  @Override
  public Uni<Void> apply(UnitOfWork unitOfWork, List<ReceivedEvent> events) {
    Mutiny.Session session = unitOfWork.session();
    return Multi.createFrom()
        .iterable(events)
        .onItem()
        .transformToUniAndConcatenate(event -> define(session, agent(event)))
        .toUni()
        .chain(session::flush);
  }

  private static AgentDefined agent(ReceivedEvent event) {
    return (AgentDefined) EventCodec.decode(EventType.AGENT_DEFINED, event.body());
  }

  private static Uni<Void> define(Mutiny.Session session, AgentDefined agent) {
    return session
        .find(StaffEntity.class, agent.agentId())
        .chain(
            known -> {
              StaffEntity staff = known == null ? new StaffEntity(agent.agentId()) : known;
              staff.define(agent);
              return known == null ? session.persist(staff) : Uni.createFrom().voidItem();
            });
  }
}
