package io.casewire.routing.casework;

import io.casewire.events.CaseStatus;
import io.casewire.events.envelope.Cause;
import io.casewire.kit.timer.DueTimer;
import io.casewire.kit.timer.TimerHandler;
import io.casewire.kit.timer.Timers;
import io.casewire.kit.transaction.UnitOfWork;
import io.casewire.routing.life.CaseState;
import io.casewire.routing.life.Phase;
import io.casewire.routing.life.SystemCommand;
import io.casewire.routing.roster.AgentDesk;
import io.casewire.routing.roster.Queues;
import io.casewire.routing.roster.Roster;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.BiConsumer;
import java.util.stream.Collectors;
import org.hibernate.reactive.mutiny.Mutiny;

/**
 * The timers of cases: when they are set, and what they do when they ring. A timer that has been
 * overtaken stays where it is and does nothing when it rings.
 */
@Singleton
class CaseTimers {

  private static final String WAKE_UP = "case-wake-up";
  private static final String CLOSE = "case-close";

  /** Cases that one round returns for one agent. */
  private static final int BATCH = 200;

  /** Longer than a transaction lasts that has planned by the old definition and is not yet done. */
  private static final Duration UNTIL_SECOND_LOOK = Duration.ofSeconds(30);

  private static final String SECOND_LOOK = "second";

  /** The same rule as {@link io.casewire.routing.directory.Agent#canWorkOn}. */
  private static final String LOST =
      """
      select cast(c.id as text) from routing_case c left join agent a on a.id = c.owner
      where c.owner = $1 and c.status in ('OPEN', 'PENDING')
        and not (coalesce(a.active, false)
          and (a.role in ('SUPERVISOR', 'ADMIN') or c.queue = any (string_to_array(a.queues, ' '))))
      order by c.id limit $2
      """;

  private final CaseLedger ledger;
  private final Roster roster;
  private final Queues queues;
  private final Timers timers;

  CaseTimers(CaseLedger ledger, Roster roster, Queues queues, Timers timers) {
    this.ledger = ledger;
    this.roster = roster;
    this.queues = queues;
    this.timers = timers;
  }

  /** The timer that a phase needs. */
  static Optional<DueTimer> of(UUID caseId, Phase phase) {
    return switch (phase) {
      case Phase.Pending(Instant wakeAt) when wakeAt != null ->
          Optional.of(timer(WAKE_UP, caseId, wakeAt));
      case Phase.Resolved(Instant reopenUntil) -> Optional.of(timer(CLOSE, caseId, reopenUntil));
      case Phase.Open _, Phase.Pending _, Phase.Ended _ -> Optional.empty();
    };
  }

  /** Opens pending cases whose wake-up time has come. */
  @Produces
  @Singleton
  TimerHandler wakeUp() {
    return new Handler(
        WAKE_UP,
        (unitOfWork, due, now) ->
            ring(
                unitOfWork,
                due,
                (work, theCase, set) ->
                    work.carryOut(
                        theCase,
                        new SystemCommand.WakeUp(instant(set), work.ownerOf(theCase)),
                        occasion(set, now))));
  }

  /** Closes resolved cases whose reopen window has passed. */
  @Produces
  @Singleton
  TimerHandler close() {
    return new Handler(
        CLOSE,
        (unitOfWork, due, now) ->
            ring(
                unitOfWork,
                due,
                (work, theCase, set) ->
                    work.carryOut(
                        theCase,
                        new SystemCommand.PassReopenWindow(instant(set)),
                        occasion(set, now))));
  }

  /**
   * Returns the cases of agents who have left, or lost queues, to their queues. The timer was set
   * by the change itself, so no crash can part the two. Each round is one small transaction, and
   * sets the timer for the next one.
   */
  @Produces
  @Singleton
  TimerHandler workLost() {
    return new Handler(
        AgentDesk.WORK_LOST,
        (unitOfWork, due, now) ->
            Multi.createFrom()
                .iterable(due)
                .onItem()
                .transformToUniAndConcatenate(timer -> giveBack(unitOfWork, timer, now))
                .toUni()
                .replaceWithVoid());
  }

  private Uni<Void> ring(UnitOfWork unitOfWork, List<DueTimer> due, Ring ring) {
    return change(
        unitOfWork,
        due.stream().map(CaseTimers::caseId).toList(),
        (work, cases) -> due.forEach(timer -> ring.on(work, cases.get(caseId(timer)), timer)));
  }

  private Uni<Void> giveBack(UnitOfWork unitOfWork, DueTimer timer, Instant now) {
    return unitOfWork
        .statement(LOST)
        .bind(timer.key())
        .bind(BATCH)
        .column(String.class)
        .chain(
            ids ->
                change(
                        unitOfWork,
                        ids.stream().map(UUID::fromString).toList(),
                        (work, cases) ->
                            cases.values().stream()
                                .filter(theCase -> timer.key().equals(theCase.owner))
                                .forEach(
                                    theCase ->
                                        work.carryOut(
                                            theCase,
                                            new SystemCommand.ReturnToQueue(),
                                            occasion(timer, now))))
                    .chain(() -> timers.set(unitOfWork, next(timer, ids.size(), now))));
  }

  private static Collection<DueTimer> next(DueTimer timer, int returned, Instant now) {
    if (returned == BATCH) {
      return List.of(new DueTimer(timer.kind(), timer.key(), now, timer.payload()));
    }
    return timer.payload().equals(SECOND_LOOK)
        ? List.of()
        : List.of(
            new DueTimer(timer.kind(), timer.key(), now.plus(UNTIL_SECOND_LOOK), SECOND_LOOK));
  }

  private Uni<Void> change(
      UnitOfWork unitOfWork,
      Collection<UUID> ids,
      BiConsumer<CaseWork, Map<UUID, CaseEntity>> change) {
    return ledger
        .lock(unitOfWork.session(), ids)
        .chain(
            cases ->
                workOn(unitOfWork.session(), cases.values())
                    .invoke(work -> change.accept(work, cases)))
        .chain(work -> ledger.write(unitOfWork, work));
  }

  /** The owners of pending cases may get them back, so their loads are locked. */
  private Uni<CaseWork> workOn(Mutiny.Session session, Collection<CaseEntity> cases) {
    Set<String> owners =
        cases.stream()
            .map(CaseEntity::state)
            .filter(state -> state.status() == CaseStatus.PENDING)
            .map(CaseState::owner)
            .filter(Objects::nonNull)
            .collect(Collectors.toSet());
    return roster
        .lock(session, owners)
        .chain(people -> queues.all(session).map(book -> new CaseWork(book, people)));
  }

  private static DueTimer timer(String kind, UUID caseId, Instant at) {
    return new DueTimer(kind, caseId.toString(), at, at.toString());
  }

  private static UUID caseId(DueTimer timer) {
    return UUID.fromString(timer.key());
  }

  /** The instant that the timer was set for. */
  private static Instant instant(DueTimer timer) {
    return Instant.parse(timer.payload());
  }

  private static Occasion occasion(DueTimer timer, Instant now) {
    return new Occasion(now, Cause.of(timer.kind() + ' ' + timer.key(), null), Occasion.SYSTEM);
  }

  private interface Ring {
    void on(CaseWork work, CaseEntity theCase, DueTimer timer);
  }

  private interface Firing {
    Uni<Void> fire(UnitOfWork unitOfWork, List<DueTimer> due, Instant now);
  }

  private record Handler(String kind, Firing firing) implements TimerHandler {

    @Override
    public Uni<Void> fire(UnitOfWork unitOfWork, List<DueTimer> due, Instant now) {
      return firing.fire(unitOfWork, due, now);
    }
  }
}
