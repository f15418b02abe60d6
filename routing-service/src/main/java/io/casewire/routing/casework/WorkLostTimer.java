package io.casewire.routing.casework;

import io.casewire.events.envelope.Cause;
import io.casewire.kit.timer.DueTimer;
import io.casewire.kit.timer.TimerHandler;
import io.casewire.kit.timer.Timers;
import io.casewire.kit.transaction.UnitOfWork;
import io.casewire.routing.life.CaseLife;
import io.casewire.routing.life.Decision;
import io.casewire.routing.life.SystemCommand;
import io.casewire.routing.roster.AgentDesk;
import io.casewire.routing.roster.Queues;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * Returns the cases of agents who have left, or lost queues, to where they wait for somebody else.
 * The timer was set by the change itself, so no crash can part the two. Each round is one small
 * transaction, and sets the timer for the next one.
 */
@ApplicationScoped
class WorkLostTimer implements TimerHandler {

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
  private final Queues queues;
  private final CaseLife life;
  private final Timers timers;

  WorkLostTimer(CaseLedger ledger, Queues queues, CaseLife life, Timers timers) {
    this.ledger = ledger;
    this.queues = queues;
    this.life = life;
    this.timers = timers;
  }

  @Override
  public String kind() {
    return AgentDesk.WORK_LOST;
  }

  @Override
  public Uni<Void> fire(UnitOfWork unitOfWork, List<DueTimer> due, Instant now) {
    return Multi.createFrom()
        .iterable(due)
        .onItem()
        .transformToUniAndConcatenate(timer -> giveBack(unitOfWork, timer, now))
        .toUni()
        .replaceWithVoid();
  }

  private Uni<Void> giveBack(UnitOfWork unitOfWork, DueTimer timer, Instant now) {
    return unitOfWork
        .statement(LOST)
        .bind(timer.key())
        .bind(BATCH)
        .column(String.class)
        .chain(
            ids ->
                giveBack(unitOfWork, timer, ids.stream().map(UUID::fromString).toList(), now)
                    .chain(() -> timers.set(unitOfWork, next(timer, ids.size(), now))));
  }

  private Uni<Void> giveBack(UnitOfWork unitOfWork, DueTimer timer, List<UUID> ids, Instant now) {
    return ledger
        .lock(unitOfWork.session(), ids)
        .chain(
            cases ->
                queues
                    .all(unitOfWork.session())
                    .map(book -> new CaseWork(book, _ -> Optional.empty()))
                    .invoke(work -> cases.values().forEach(one -> giveBack(work, one, timer, now))))
        .chain(work -> ledger.write(unitOfWork, work));
  }

  private void giveBack(CaseWork work, CaseEntity theCase, DueTimer timer, Instant now) {
    boolean stillOwned = timer.key().equals(theCase.owner);
    if (stillOwned
        && life.decide(theCase.state(), new SystemCommand.ReturnToQueue())
            instanceof Decision.Accepted done) {
      Cause cause = Cause.of(timer.kind() + ' ' + timer.key(), null);
      work.apply(theCase, done.events(), new Occasion(now, cause, Occasion.SYSTEM));
    }
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
}
