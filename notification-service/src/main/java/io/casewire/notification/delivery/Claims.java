package io.casewire.notification.delivery;

import io.casewire.kit.transaction.Transactions;
import io.casewire.kit.transaction.UnitOfWork;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Vertx;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/**
 * Claims what is due. In one transaction a delivery is locked, its letter written and stored, and
 * its lease begun, so no letter is ever sent that is not stored.
 */
@ApplicationScoped
class Claims {

  private final Transactions transactions;
  private final Preparation preparation;
  private final Results results;
  private final DeliveryConfig config;
  private final Vertx vertx;

  Claims(
      Transactions transactions,
      Preparation preparation,
      Results results,
      DeliveryConfig config,
      Vertx vertx) {
    this.transactions = transactions;
    this.preparation = preparation;
    this.results = results;
    this.config = config;
    this.vertx = vertx;
  }

  /** Claims this many at most. */
  Uni<Claimed> take(int limit) {
    // Taken before the database begins the lease, so ours ends earlier than the one in the table.
    long leaseEnd = System.nanoTime() + config.lease().toNanos();
    return transactions.write(
        unitOfWork ->
            DeliveryTable.lockDue(unitOfWork, limit)
                .chain(due -> due.isEmpty() ? nothing() : begin(unitOfWork, due, leaseEnd)));
  }

  private Uni<Claimed> begin(UnitOfWork unitOfWork, List<DueRow> due, long leaseEnd) {
    return onWorker(due)
        .call(
            prepared ->
                DeliveryTable.lease(
                    unitOfWork, prepared.stream().map(Prepared::lease).toList(), config.lease()))
        .call(prepared -> results.keep(unitOfWork, over(prepared)))
        .map(prepared -> new Claimed(due.size(), parcels(prepared, leaseEnd)));
  }

  /** Writing letters takes the CPU for longer than an event loop may be without it. */
  private Uni<List<Prepared>> onWorker(List<DueRow> due) {
    return Uni.createFrom()
        .completionStage(
            () ->
                vertx
                    .executeBlocking(() -> due.stream().map(preparation::prepare).toList(), false)
                    .toCompletionStage());
  }

  private static List<Result> over(List<Prepared> prepared) {
    return prepared.stream()
        .filter(Prepared.Over.class::isInstance)
        .map(Prepared.Over.class::cast)
        .map(Prepared.Over::result)
        .toList();
  }

  private static List<Parcel> parcels(List<Prepared> prepared, long leaseEnd) {
    return prepared.stream()
        .filter(Prepared.Ready.class::isInstance)
        .map(Prepared.Ready.class::cast)
        .map(ready -> new Parcel(ready.delivery(), ready.letter(), leaseEnd))
        .toList();
  }

  private static Uni<Claimed> nothing() {
    return Uni.createFrom().item(new Claimed(0, List.of()));
  }

  /**
   * What was claimed.
   *
   * @param due how many were due, those without a letter included
   */
  record Claimed(int due, List<Parcel> parcels) {}
}
