package io.casewire.kit.inbox;

import io.casewire.events.envelope.MalformedEnvelopeException;
import io.casewire.kit.parking.ParkingLot;
import io.casewire.kit.parking.ParkingReason;
import io.casewire.kit.transaction.Transactions;
import io.casewire.kit.transaction.UnitOfWork;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
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
 *   <li>an event that can't be applied parks its subject and holds up nobody else;
 *   <li>a fault of the database or the network is waited out, with growing pauses; the returned
 *       {@code Uni} fails for nothing but a shutdown.
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

  Inbox(
      Transactions transactions,
      Positions positions,
      ParkingLot parkingLot,
      InPlaceRetry retry,
      InboxMetrics metrics,
      InboxConfig config) {
    this.transactions = transactions.ahead();
    this.positions = positions;
    this.parkingLot = parkingLot;
    this.retry = retry;
    this.metrics = metrics;
    this.config = config;
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
        .whileTransient(() -> applyTogether(List.of(record), handler))
        .onFailure()
        .recoverWithUni(failure -> retry.whileTransient(() -> parkAsPoison(record, failure)));
  }

  private Uni<Void> parkAsPoison(StreamRecord record, Throwable failure) {
    LOG.warnf(
        "parking key=%s topic=%s partition=%d offset=%d because=%s",
        record.parkingKey(),
        record.topic(),
        record.partition(),
        record.offset(),
        failure.getClass().getName());
    return transactions.write(
        unitOfWork -> parkingLot.park(unitOfWork, record, ParkingReason.POISON));
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
        .chain(plan -> drainAll(plan, handler));
  }

  private Uni<BatchPlan> apply(
      UnitOfWork unitOfWork, List<ReceivedEvent> events, EventHandler handler) {
    SortedMap<Stream, Long> hoped = lastNumbers(events);
    return plan(unitOfWork, events, hoped, handler)
        .call(plan -> applyEvents(unitOfWork, plan, handler))
        .call(plan -> positions.putRight(unitOfWork, plan.corrections(hoped)))
        .call(plan -> park(unitOfWork, plan));
  }

  private Uni<BatchPlan> plan(
      UnitOfWork unitOfWork,
      List<ReceivedEvent> events,
      SortedMap<Stream, Long> hoped,
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

  private static SortedMap<Stream, Long> lastNumbers(List<ReceivedEvent> events) {
    SortedMap<Stream, Long> last = new TreeMap<>();
    events.forEach(event -> last.merge(event.stream(), event.envelope().sequence(), Math::max));
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

  private Uni<Void> drainAll(BatchPlan plan, EventHandler handler) {
    return Multi.createFrom()
        .iterable(plan.gapsFilled())
        .onItem()
        .transformToUniAndConcatenate(subject -> drain(subject, handler))
        .toUni()
        .replaceWithVoid();
  }

  /**
   * Applies what is parked for a subject, in order, one transaction for each record; stops at the
   * first that still can't be applied.
   *
   * @return completes when nothing more can be done for the subject now
   */
  public Uni<Void> drain(String subject, EventHandler handler) {
    return retry
        .whileTransient(() -> transactions.write(work -> drainHead(work, subject, handler)))
        .onFailure()
        .recoverWithItem(
            failure -> {
              LOG.warnf("key=%s stays parked because=%s", subject, failure.getClass().getName());
              return false;
            })
        .chain(more -> more ? drain(subject, handler) : Uni.createFrom().voidItem());
  }

  private Uni<Boolean> drainHead(UnitOfWork unitOfWork, String subject, EventHandler handler) {
    return parkingLot
        .head(unitOfWork, subject)
        .chain(
            head -> {
              if (head.isEmpty()) {
                return Uni.createFrom().item(false);
              }
              ReceivedEvent event = ReceivedEvent.of(head.get().record());
              return positions
                  .advance(unitOfWork, lastNumbers(List.of(event)))
                  .chain(known -> applyHead(unitOfWork, head.get().id(), event, known, handler));
            });
  }

  private Uni<Boolean> applyHead(
      UnitOfWork unitOfWork,
      long id,
      ReceivedEvent event,
      Map<Stream, Long> known,
      EventHandler handler) {
    BatchPlan plan = new BatchPlan(known, List.of());
    plan.add(event, handler::consumes);
    Uni<Void> inPlace =
        positions.putRight(unitOfWork, plan.corrections(lastNumbers(List.of(event))));
    return plan.toPark().isEmpty()
        ? inPlace
            .chain(() -> applyEvents(unitOfWork, plan, handler))
            .chain(() -> parkingLot.leave(unitOfWork, id, event.envelope().subject()))
        : inPlace.replaceWith(false);
  }
}
