package io.casewire.routing.roster;

import io.casewire.events.AgentDefined;
import io.casewire.events.EventCodec;
import io.casewire.events.Publication;
import io.casewire.events.envelope.Cause;
import io.casewire.kit.definition.DefinitionStore;
import io.casewire.kit.definition.DefinitionStore.Key;
import io.casewire.kit.definition.DefinitionVersion;
import io.casewire.kit.id.Ids;
import io.casewire.kit.outbox.Outbox;
import io.casewire.kit.paging.Page;
import io.casewire.kit.paging.PageRequest;
import io.casewire.kit.problem.Problem;
import io.casewire.kit.timer.DueTimer;
import io.casewire.kit.timer.Timers;
import io.casewire.kit.transaction.Transactions;
import io.casewire.kit.transaction.UnitOfWork;
import io.casewire.routing.directory.Agent;
import io.casewire.routing.directory.Presence;
import io.casewire.routing.wake.DrainSignal;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;

/** Defines agents and lets them come and go. */
@ApplicationScoped
public class AgentDesk {

  /** The kind of the timers that return the cases of an agent who can't work on them any more. */
  public static final String WORK_LOST = "agent-work-lost";

  /** The payload of a timer of this kind that was set by the change itself. */
  public static final String FIRST_LOOK = "first";

  /** Each version in the form in which it is published. */
  private static final DefinitionStore STORE = new DefinitionStore("agent");

  private static final String FORGIVE = "delete from declined where agent_id = ?1";

  private final Transactions transactions;
  private final Roster roster;
  private final Outbox outbox;
  private final DrainSignal drain;
  private final Timers timers;

  AgentDesk(
      Transactions transactions, Roster roster, Outbox outbox, DrainSignal drain, Timers timers) {
    this.transactions = transactions;
    this.roster = roster;
    this.outbox = outbox;
    this.drain = drain;
    this.timers = timers;
  }

  Uni<AgentView> get(String id) {
    return transactions
        .read(session -> roster.find(session, id))
        .map(found -> found.map(AgentView::of).orElseThrow(Problem::notFound));
  }

  /** The agents, by id. */
  Uni<Page<AgentView>> list(PageRequest page) {
    return transactions
        .read(session -> roster.page(session, page))
        .map(found -> found.map(AgentView::of));
  }

  /** When an agent came and went, the newest first. */
  Uni<Page<PresenceChange>> presenceChanges(String id, PageRequest page) {
    return transactions.read(session -> PresenceChange.of(session, id, page));
  }

  Uni<Put<AgentView>> define(Agent agent, String by, Cause cause) {
    return transactions.write(
        unitOfWork ->
            STORE
                .lock(unitOfWork, agent.id())
                .chain(() -> lock(unitOfWork, agent.id()))
                .chain(
                    known ->
                        unitOfWork
                            .now()
                            .chain(now -> define(unitOfWork, known, agent, by, cause, now))));
  }

  /** Lets an agent come or go. He may decline anew and is asked anew once he comes online. */
  public Uni<AgentView> present(String id, Presence presence, String by) {
    return transactions.write(
        unitOfWork ->
            lock(unitOfWork, id)
                .onItem()
                .ifNull()
                .failWith(Problem::notFound)
                .call(
                    agent ->
                        unitOfWork
                            .now()
                            .chain(now -> present(unitOfWork, agent, presence, by, now)))
                .map(agent -> AgentView.of(agent.atWork())));
  }

  private Uni<Void> present(
      UnitOfWork unitOfWork, AgentEntity agent, Presence presence, String by, Instant now) {
    Presence before = agent.presence;
    boolean arrives = agent.arriveAs(presence, now);
    return PresenceChange.keep(unitOfWork, new PresenceChange(agent.id, before, presence, now, by))
        .chain(() -> arrives ? arrive(unitOfWork, agent.id) : Uni.createFrom().voidItem());
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
      UnitOfWork unitOfWork, AgentEntity known, Agent agent, String by, Cause cause, Instant now) {
    boolean losesWork = known != null && known.agent().losesWorkBy(agent);
    AgentEntity entity = known == null ? new AgentEntity(agent.id(), now) : known;
    entity.define(agent);
    entity.eventSequence++;
    unitOfWork.afterCommit(drain);
    return unitOfWork
        .session()
        .persist(entity)
        .chain(() -> keep(unitOfWork, entity.agent(), by))
        .chain(
            () ->
                outbox.append(
                    unitOfWork,
                    List.of(
                        Publication.of(
                            snapshot(entity.agent()),
                            null,
                            Ids.next(),
                            entity.eventSequence,
                            now,
                            cause))))
        .chain(
            () ->
                timers.set(
                    unitOfWork,
                    losesWork
                        ? List.of(new DueTimer(WORK_LOST, entity.id, now, FIRST_LOOK))
                        : List.of()))
        .replaceWith(new Put<>(known == null, AgentView.of(entity.atWork())));
  }

  private static Uni<DefinitionVersion> keep(UnitOfWork unitOfWork, Agent agent, String by) {
    String published = new String(EventCodec.encode(snapshot(agent)), StandardCharsets.UTF_8);
    return STORE.add(unitOfWork, new Key(agent.id(), agent.version()), published, by);
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
