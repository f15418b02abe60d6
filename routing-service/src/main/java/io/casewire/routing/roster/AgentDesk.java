package io.casewire.routing.roster;

import io.casewire.events.AgentDefined;
import io.casewire.events.Publication;
import io.casewire.events.envelope.Cause;
import io.casewire.kit.id.Ids;
import io.casewire.kit.outbox.Outbox;
import io.casewire.kit.problem.Problem;
import io.casewire.kit.transaction.Transactions;
import io.casewire.kit.transaction.UnitOfWork;
import io.casewire.routing.directory.Agent;
import io.casewire.routing.directory.Presence;
import io.casewire.routing.wake.DrainSignal;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.time.Clock;
import java.time.Instant;
import java.util.List;

/** Defines agents and lets them come and go. */
@ApplicationScoped
public class AgentDesk {

  private static final String FORGIVE = "delete from declined where agent_id = ?1";

  private final Transactions transactions;
  private final Roster roster;
  private final Outbox outbox;
  private final DrainSignal drain;
  private final Clock clock;

  AgentDesk(
      Transactions transactions, Roster roster, Outbox outbox, DrainSignal drain, Clock clock) {
    this.transactions = transactions;
    this.roster = roster;
    this.outbox = outbox;
    this.drain = drain;
    this.clock = clock;
  }

  Uni<AgentView> get(String id) {
    return transactions
        .read(session -> roster.find(session, id))
        .map(found -> found.map(AgentView::of).orElseThrow(Problem::notFound));
  }

  Uni<Put<AgentView>> define(Agent agent, Cause cause) {
    return transactions.write(
        unitOfWork ->
            Put.oneAtATime(unitOfWork.session(), "agent " + agent.id())
                .chain(() -> lock(unitOfWork, agent.id()))
                .chain(known -> define(unitOfWork, known, agent, cause)));
  }

  /** Lets an agent come or go. He may decline anew and is asked anew once he comes online. */
  public Uni<AgentView> present(String id, Presence presence) {
    return transactions.write(
        unitOfWork ->
            lock(unitOfWork, id)
                .onItem()
                .ifNull()
                .failWith(Problem::notFound)
                .call(
                    agent ->
                        agent.arriveAs(presence, clock.instant())
                            ? arrive(unitOfWork, id)
                            : Uni.createFrom().voidItem())
                .map(agent -> AgentView.of(agent.atWork())));
  }

  private Uni<Void> arrive(UnitOfWork unitOfWork, String id) {
    unitOfWork.afterCommit(drain);
    return unitOfWork
        .session()
        .createNativeQuery(FORGIVE)
        .setParameter(1, id)
        .executeUpdate()
        .replaceWithVoid();
  }

  private static Uni<AgentEntity> lock(UnitOfWork unitOfWork, String id) {
    return unitOfWork.session().find(AgentEntity.class, id, LockModeType.PESSIMISTIC_WRITE);
  }

  private Uni<Put<AgentView>> define(
      UnitOfWork unitOfWork, AgentEntity known, Agent agent, Cause cause) {
    Instant now = clock.instant();
    AgentEntity entity = known == null ? new AgentEntity(agent.id(), now) : known;
    entity.define(agent);
    entity.eventSequence++;
    unitOfWork.afterCommit(drain);
    return unitOfWork
        .session()
        .persist(entity)
        .chain(
            () ->
                outbox.append(
                    unitOfWork,
                    List.of(
                        Publication.of(
                            snapshot(entity.agent()),
                            Ids.next(),
                            entity.eventSequence,
                            now,
                            cause))))
        .replaceWith(new Put<>(known == null, AgentView.of(entity.atWork())));
  }

  private static AgentDefined snapshot(Agent agent) {
    return new AgentDefined(
        agent.id(),
        agent.version(),
        agent.role(),
        List.copyOf(agent.queues()),
        List.copyOf(agent.skills()),
        AgentView.languages(agent),
        agent.capacity(),
        agent.active(),
        new AgentDefined.Personal(agent.name(), agent.email()));
  }
}
