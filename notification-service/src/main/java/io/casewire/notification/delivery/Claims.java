package io.casewire.notification.delivery;

import io.casewire.kit.transaction.Transactions;
import io.casewire.kit.transaction.UnitOfWork;
import io.smallrye.mutiny.Uni;
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
  private final Workers workers;

  Claims(
      Transactions transactions,
      Preparation preparation,
      Results results,
      DeliveryConfig config,
      Workers workers) {
    this.transactions = transactions;
    this.preparation = preparation;
    this.results = results;
    this.config = config;
    this.workers = workers;
  }

  /** Claims this many at most. */
  Uni<Claimed> take(int limit) {
    // Taken before the database begins the lease, so ours ends earlier than the one in the table.
    long leaseEnd = System.nanoTime() + config.lease().toNanos();
    return transactions.write(
        unitOfWork ->
            DeliveryTable.lockDue(unitOfWork, limit)
                .chain(
                    due -> due.isEmpty() ? nothing(unitOfWork) : begin(unitOfWork, due, leaseEnd)));
  }

  private Uni<Claimed> begin(UnitOfWork unitOfWork, List<DueRow> due, long leaseEnd) {
    return workers
        .call(() -> due.stream().map(preparation::prepare).toList())
        .call(
            prepared ->
                DeliveryTable.lease(
                    unitOfWork, prepared.stream().map(Prepared::lease).toList(), config.lease()))
        .call(prepared -> results.keep(unitOfWork, over(prepared)))
        .map(prepared -> new Claimed(due.size(), true, parcels(prepared, leaseEnd)));
  }

  private static List<Result> over(List<Prepared> prepared) {
    return prepared.stream().flatMap(one -> one.result().stream()).toList();
  }

  private static List<Parcel> parcels(List<Prepared> prepared, long leaseEnd) {
    return prepared.stream().flatMap(one -> one.parcel(leaseEnd).stream()).toList();
  }

  private static Uni<Claimed> nothing(UnitOfWork unitOfWork) {
    return DeliveryTable.heldUp(unitOfWork).map(heldUp -> new Claimed(0, heldUp, List.of()));
  }

  /**
   * What was claimed.
   *
   * @param due how many were due, those without a letter included
   * @param heldUp whether others may wait for one that is being sent
   */
  record Claimed(int due, boolean heldUp, List<Parcel> parcels) {}
}
