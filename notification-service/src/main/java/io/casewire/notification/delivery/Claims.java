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
    this.transactions = transactions.ahead();
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
                    due ->
                        due.size() == limit
                            ? begin(unitOfWork, due, leaseEnd).map(Claimed::andMore)
                            : takeLast(unitOfWork, due, leaseEnd)));
  }

  /** When all that can go is taken, what else is due is held up. */
  private Uni<Claimed> takeLast(UnitOfWork unitOfWork, List<DueRow> due, long leaseEnd) {
    return DeliveryTable.deferHeldUp(unitOfWork)
        .chain(
            () ->
                due.isEmpty()
                    ? Uni.createFrom().item(Claimed.NOTHING)
                    : begin(unitOfWork, due, leaseEnd));
  }

  private Uni<Claimed> begin(UnitOfWork unitOfWork, List<DueRow> due, long leaseEnd) {
    return workers
        .call(() -> due.stream().map(preparation::prepare).toList())
        .call(
            prepared ->
                DeliveryTable.lease(
                    unitOfWork, prepared.stream().map(Prepared::lease).toList(), config.lease()))
        .chain(
            prepared ->
                results
                    .keep(unitOfWork, over(prepared))
                    .map(next -> new Claimed(next, parcels(prepared, leaseEnd))));
  }

  private static List<Result> over(List<Prepared> prepared) {
    return prepared.stream().flatMap(one -> one.result().stream()).toList();
  }

  private static List<Parcel> parcels(List<Prepared> prepared, long leaseEnd) {
    return prepared.stream().flatMap(one -> one.parcel(leaseEnd).stream()).toList();
  }

  /**
   * What was claimed.
   *
   * @param more whether more may be due
   */
  record Claimed(boolean more, List<Parcel> parcels) {

    private static final Claimed NOTHING = new Claimed(false, List.of());

    private Claimed andMore() {
      return new Claimed(true, parcels);
    }
  }
}
