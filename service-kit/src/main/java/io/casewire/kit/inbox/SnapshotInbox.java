package io.casewire.kit.inbox;

import io.casewire.kit.parking.ParkingLot;
import io.casewire.kit.transaction.Faults;
import io.casewire.kit.transaction.Transactions;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.jboss.logging.Logger;

/**
 * Takes batches from a compacted topic of snapshots, where numbers have gaps by nature: the handler
 * keeps a snapshot only if its version is newer than the one it has.
 *
 * <p>A snapshot that can't be applied is reported as a dead letter and nothing waits for it: the
 * topic keeps it, and the subject's next version takes its place.
 */
@ApplicationScoped
public class SnapshotInbox {

  private static final Logger LOG = Logger.getLogger(SnapshotInbox.class);

  private final Transactions transactions;
  private final InPlaceRetry retry;
  private final ParkingLot parkingLot;
  private final InboxConfig config;

  SnapshotInbox(
      Transactions transactions, InPlaceRetry retry, ParkingLot parkingLot, InboxConfig config) {
    this.transactions = transactions.forBatches();
    this.retry = retry;
    this.parkingLot = parkingLot;
    this.config = config;
  }

  /** Applies a batch; completes when all of it is applied or reported. */
  public Uni<Void> receive(List<StreamRecord> batch, EventHandler handler) {
    return retry
        .whileTransient(() -> apply(batch, handler))
        .onFailure()
        .recoverWithUni(
            failure ->
                Multi.createFrom()
                    .iterable(batch)
                    .onItem()
                    .transformToUniAndConcatenate(record -> applyAlone(record, handler))
                    .toUni()
                    .replaceWithVoid());
  }

  private Uni<Void> applyAlone(StreamRecord record, EventHandler handler) {
    return retry
        .unlessPoison(() -> apply(List.of(record), handler))
        .onFailure()
        .recoverWithUni(failure -> retry.whateverFails(() -> report(record, failure)));
  }

  private Uni<Void> report(StreamRecord record, Throwable failure) {
    LOG.warnf(
        "snapshot can't be applied key=%s topic=%s offset=%d because=%s",
        record.parkingKey(), record.topic(), record.offset(), Faults.nameOf(failure));
    return transactions.write(unitOfWork -> parkingLot.reportOnly(unitOfWork, record));
  }

  private Uni<Void> apply(List<StreamRecord> batch, EventHandler handler) {
    return transactions.write(
        unitOfWork -> {
          List<ReceivedEvent> events =
              batch.stream()
                  .map(ReceivedEvent::of)
                  .filter(event -> !event.envelope().source().equals(config.ownSource()))
                  .filter(event -> handler.consumes(event.type()))
                  .toList();
          return events.isEmpty() ? Uni.createFrom().voidItem() : handler.apply(unitOfWork, events);
        });
  }
}
