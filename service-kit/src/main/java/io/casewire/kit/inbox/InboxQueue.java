package io.casewire.kit.inbox;

import io.casewire.kit.loop.LoopSupervisor;
import io.casewire.kit.loop.WakefulLoop;
import io.casewire.kit.parking.ParkingLot;
import io.casewire.kit.setaside.WorkQueue;
import io.casewire.kit.transaction.Faults;
import io.casewire.kit.transaction.Transactions;
import io.casewire.kit.transaction.UnitOfWork;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/**
 * Applies what is parked, in order, as soon as it can be: when a gap is filled, when a person asks
 * for it, and by a look from time to time at subjects whose draining was cut off.
 */
@ApplicationScoped
class InboxQueue implements WorkQueue {

  private static final int MOST_IN_A_LOOK = 100;

  private final Transactions transactions;
  private final Positions positions;
  private final ParkingLot parkingLot;
  private final EventHandlers handlers;
  private final InboxConfig config;
  private final WakefulLoop loop;

  InboxQueue(
      Transactions transactions,
      Positions positions,
      ParkingLot parkingLot,
      EventHandlers handlers,
      InboxConfig config,
      LoopSupervisor loops) {
    this.transactions = transactions.forBatches();
    this.positions = positions;
    this.parkingLot = parkingLot;
    this.handlers = handlers;
    this.config = config;
    this.loop = loops.onEventLoop("parked-subjects", this::look);
  }

  void start(@Observes StartupEvent event) {
    loop.start();
  }

  void stop(@Observes ShutdownEvent event) {
    loop.stop();
  }

  @Override
  public String name() {
    return ParkingLot.QUEUE;
  }

  @Override
  public Uni<Void> retry(String subject) {
    return drain(subject);
  }

  private Uni<Duration> look() {
    return transactions
        .read(session -> parkingLot.drainable(session, MOST_IN_A_LOOK))
        .call(this::drainAll)
        .map(found -> found.size() < MOST_IN_A_LOOK ? config.lookAgain() : Duration.ZERO);
  }

  private Uni<Void> drainAll(List<String> subjects) {
    return Multi.createFrom()
        .iterable(subjects)
        .onItem()
        .transformToUniAndConcatenate(this::drain)
        .toUni()
        .replaceWithVoid();
  }

  /**
   * Applies what is parked for a subject, in order, one transaction for each record; stops at the
   * first that still can't be applied.
   *
   * @return completes when nothing more can be done for the subject now; fails when the database is
   *     at fault
   */
  Uni<Void> drain(String subject) {
    return Uni.createFrom()
        .deferred(() -> step(subject))
        .repeat()
        .whilst(more -> more)
        .collect()
        .last()
        .replaceWithVoid();
  }

  /** Whether there may be more to do for the subject. */
  private Uni<Boolean> step(String subject) {
    return transactions
        .write(unitOfWork -> drainHead(unitOfWork, subject))
        .onFailure(failure -> !Faults.isTransient(failure))
        .recoverWithUni(
            failure ->
                transactions
                    .write(unitOfWork -> parkingLot.stays(unitOfWork, subject, failure))
                    .replaceWith(false));
  }

  private Uni<Boolean> drainHead(UnitOfWork unitOfWork, String subject) {
    return parkingLot
        .head(unitOfWork, subject)
        .chain(
            head -> {
              if (head.isEmpty()) {
                return Uni.createFrom().item(false);
              }
              ReceivedEvent event = ReceivedEvent.of(head.get().record());
              return positions
                  .advance(unitOfWork, Map.of(event.stream(), Position.of(event.envelope())))
                  .chain(known -> applyHead(unitOfWork, head.get().id(), event, known));
            });
  }

  private Uni<Boolean> applyHead(
      UnitOfWork unitOfWork, long id, ReceivedEvent event, Map<Stream, Position> known) {
    EventHandler handler = handlers.of(event.record().topic());
    BatchPlan plan = new BatchPlan(known, List.of());
    plan.add(event, handler::consumes);
    Uni<Void> inPlace =
        positions.putRight(
            unitOfWork, plan.corrections(Map.of(event.stream(), Position.of(event.envelope()))));
    if (!plan.toPark().isEmpty()) {
      return inPlace
          .chain(
              () -> parkingLot.stays(unitOfWork, event.record(), plan.toPark().getFirst().reason()))
          .replaceWith(false);
    }
    Uni<Void> applied =
        plan.toApply().isEmpty()
            ? Uni.createFrom().voidItem()
            : handler.apply(unitOfWork, plan.toApply());
    return inPlace
        .chain(() -> applied)
        .chain(() -> parkingLot.leave(unitOfWork, id, event.envelope().subject()));
  }
}
