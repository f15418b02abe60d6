package io.casewire.intake.conversation;

import io.casewire.events.AgentDefined;
import io.casewire.events.EventCodec;
import io.casewire.events.EventType;
import io.casewire.events.envelope.Topics;
import io.casewire.kit.inbox.EventHandler;
import io.casewire.kit.inbox.ReceivedEvent;
import io.casewire.kit.mail.EmailAddress;
import io.casewire.kit.transaction.UnitOfWork;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.List;
import org.hibernate.reactive.mutiny.Mutiny;

/** Keeps intake's copy of the staff, as the directory of routing publishes it. */
@ApplicationScoped
public class StaffDirectory implements EventHandler {

  private static final String INCLUDES =
      "select exists (select 1 from staff where address = any ($1))";

  /** Whether one of the addresses is an agent's, also one of an agent who has left. */
  public Uni<Boolean> includes(UnitOfWork unitOfWork, Collection<EmailAddress> addresses) {
    return unitOfWork
        .statement(INCLUDES)
        .bind(addresses.stream().map(EmailAddress::value).toArray(String[]::new))
        .value(Boolean.class);
  }

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
