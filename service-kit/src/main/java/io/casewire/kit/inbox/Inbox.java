package io.casewire.kit.inbox;

import io.casewire.events.envelope.MalformedEnvelopeException;
import io.casewire.kit.parking.ParkingLot;
import io.casewire.kit.transaction.Faults;
import io.casewire.kit.transaction.Transactions;
import io.casewire.kit.transaction.UnitOfWork;
import io.quarkus.runtime.ShutdownEvent;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jboss.logging.Logger;

/**
 * Takes batches from a topic and has each event applied once.
 *
 * <p>Guarantees:
 *
 * <ol>
 *   <li>the effect of an event, its position and the events it causes commit together;
 *   <li>per source and subject the events are applied in their order, without gap or repetition;
 *   <li>an event that can't be applied parks its subject and holds up no other subject;
 *   <li>so does an event with the number of another one that was applied: it is no repeat;
 *   <li>a fault of the database or the network is waited out, with growing pauses; a failure that
 *       may be the event's is tried again for a bounded time; the returned {@code Uni} fails for
 *       nothing but a shutdown.
 * </ol>
 */
@ApplicationScoped
public class Inbox {

  private static final Logger LOG = Logger.getLogger(Inbox.class);

  private final Transactions transactions;
  private final Positions positions;
  private final ParkingLot parkingLot;
  private final InPlaceRetry retry;
  private final InboxMetrics metrics;
  private final InboxConfig config;
  private final InboxQueue queue;
  private volatile boolean stopping;

  Inbox(
      Transactions transactions,
      Positions positions,
      ParkingLot parkingLot,
      InPlaceRetry retry,
      InboxMetrics metrics,
      InboxConfig config,
      InboxQueue queue) {
    this.transactions = transactions.forBatches();
    this.positions = positions;
    this.parkingLot = parkingLot;
    this.retry = retry;
    this.metrics = metrics;
    this.config = config;
    this.queue = queue;
  }

  void stop(@Observes ShutdownEvent event) {
    stopping = true;
  }

  /** Applies a batch; completes when all of it is applied or parked. */
  public Uni<Void> receive(List<StreamRecord> batch, EventHandler handler) {
    return retry
        .whileTransient(() -> applyTogether(batch, handler))
        .onFailure()
        .recoverWithUni(failure -> oneByOne(batch, handler));
  }

  private Uni<Void> oneByOne(List<StreamRecord> batch, EventHandler handler) {
    return Multi.createFrom()
        .iterable(batch)
        .onItem()
        .transformToUniAndConcatenate(record -> applyAlone(record, handler))
        .toUni()
        .replaceWithVoid();
  }

  private Uni<Void> applyAlone(StreamRecord record, EventHandler handler) {
    return retry
        .unlessPoison(() -> applyTogether(List.of(record), handler))
        .onFailure(failure -> !stopping)
        .recoverWithUni(failure -> retry.whateverFails(() -> parkAsPoison(record, failure)));
  }

  /** Parks a record that can't be applied, unless another replica has applied it. */
  Uni<Void> parkAsPoison(StreamRecord record, Throwable failure) {
    LOG.warnf(
        "parking key=%s topic=%s partition=%d offset=%d because=%s",
        record.parkingKey(),
        record.topic(),
        record.partition(),
        record.offset(),
        Faults.nameOf(failure));
    return transactions.write(
        unitOfWork ->
            isApplied(unitOfWork, record)
                .chain(
                    applied ->
                        applied
                            ? Uni.createFrom().voidItem()
                            : parkingLot.parkAsPoison(unitOfWork, record, failure)));
  }

  /**
   * Whether another replica has applied the record. A replica that ends, or that lost its
   * partitions, may fail where the new owner does not.
   */
  private Uni<Boolean> isApplied(UnitOfWork unitOfWork, StreamRecord record) {
    ReceivedEvent event;
    try {
      event = ReceivedEvent.of(record);
    } catch (MalformedEnvelopeException e) {
      return Uni.createFrom().item(false);
    }
    return positions
        .lock(unitOfWork, event.stream())
        .map(
            position ->
                event.envelope().sequence() <= position.sequence()
                    && !position.isContradictedBy(event.envelope()));
  }

  /** Reads envelopes before the transaction: a malformed one fails without touching anything. */
  private Uni<Void> applyTogether(List<StreamRecord> batch, EventHandler handler) {
    List<ReceivedEvent> events = new ArrayList<>(batch.size());
    try {
      for (StreamRecord record : batch) {
        ReceivedEvent event = ReceivedEvent.of(record);
        if (!event.envelope().source().equals(config.ownSource())) {
          events.add(event);
        }
      }
    } catch (MalformedEnvelopeException e) {
      return Uni.createFrom().failure(e);
    }
    if (events.isEmpty()) {
      return Uni.createFrom().voidItem();
    }
    return transactions
        .write(unitOfWork -> apply(unitOfWork, events, handler))
        .invoke(metrics::done)
        .chain(this::drainAll);
  }

  private Uni<BatchPlan> apply(
      UnitOfWork unitOfWork, List<ReceivedEvent> events, EventHandler handler) {
    SortedMap<Stream, Position> hoped = lastNumbers(events);
    return plan(unitOfWork, events, hoped, handler)
        .call(plan -> applyEvents(unitOfWork, plan, handler))
        .call(plan -> positions.putRight(unitOfWork, plan.corrections(hoped)))
        .call(plan -> park(unitOfWork, plan))
        .call(plan -> parkingLot.drainable(unitOfWork, plan.gapsFilled()));
  }

  private Uni<BatchPlan> plan(
      UnitOfWork unitOfWork,
      List<ReceivedEvent> events,
      SortedMap<Stream, Position> hoped,
      EventHandler handler) {
    List<String> subjects = hoped.keySet().stream().map(Stream::subject).distinct().toList();
    return Uni.combine()
        .all()
        .unis(positions.advance(unitOfWork, hoped), parkingLot.lockParked(unitOfWork, subjects))
        .with(
            (known, parked) -> {
              BatchPlan plan = new BatchPlan(known, parked);
              events.forEach(event -> plan.add(event, handler::consumes));
              return plan;
            });
  }

  private static SortedMap<Stream, Position> lastNumbers(List<ReceivedEvent> events) {
    SortedMap<Stream, Position> last = new TreeMap<>();
    events.forEach(
        event ->
            last.merge(
                event.stream(),
                Position.of(event.envelope()),
                (one, other) -> other.sequence() > one.sequence() ? other : one));
    return last;
  }

  private static Uni<Void> applyEvents(
      UnitOfWork unitOfWork, BatchPlan plan, EventHandler handler) {
    return plan.toApply().isEmpty()
        ? Uni.createFrom().voidItem()
        : handler.apply(unitOfWork, plan.toApply());
  }

  private Uni<Void> park(UnitOfWork unitOfWork, BatchPlan plan) {
    return Multi.createFrom()
        .iterable(plan.toPark())
        .onItem()
        .transformToUniAndConcatenate(
            toPark -> parkingLot.park(unitOfWork, toPark.event().record(), toPark.reason()))
        .toUni()
        .replaceWithVoid();
  }

  /** At once; the look at parked subjects does it should this process die before. */
  private Uni<Void> drainAll(BatchPlan plan) {
    return Multi.createFrom()
        .iterable(plan.gapsFilled())
        .onItem()
        .transformToUniAndConcatenate(subject -> retry.whileTransient(() -> queue.drain(subject)))
        .toUni()
        .onFailure()
        .recoverWithItem(
            failure -> {
              LOG.warnf("parked subjects wait because=%s", Faults.nameOf(failure));
              return null;
            })
        .replaceWithVoid();
  }
}
