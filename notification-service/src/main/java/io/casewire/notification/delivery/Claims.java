package io.casewire.notification.delivery;

import io.casewire.kit.setaside.SetAside;
import io.casewire.kit.transaction.Faults;
import io.casewire.kit.transaction.Transactions;
import io.casewire.kit.transaction.UnitOfWork;
import io.casewire.notification.attempt.Outcome;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/**
 * Claims what is due. In one transaction a delivery is locked, its letter written and stored, and
 * its lease begun, so no letter is ever sent that is not stored. A delivery that can't be claimed
 * is set aside, and the others are claimed without it.
 */
@ApplicationScoped
class Claims {

  private final Transactions transactions;
  private final Preparation preparation;
  private final Results results;
  private final SetAside setAside;
  private final DeliveryConfig config;
  private final Workers workers;

  Claims(
      Transactions transactions,
      Preparation preparation,
      Results results,
      SetAside setAside,
      DeliveryConfig config,
      Workers workers) {
    this.transactions = transactions.forBatches();
    this.preparation = preparation;
    this.results = results;
    this.setAside = setAside;
    this.config = config;
    this.workers = workers;
  }

  /** Claims this many at most. */
  Uni<Claimed> take(int limit) {
    List<DueRow> tried = new ArrayList<>();
    return claim(limit, tried)
        .onFailure(failure -> !tried.isEmpty() && !Faults.isTransient(failure))
        .recoverWithUni(
            failure ->
                // One at a time, the one at fault comes to be alone.
                tried.size() == 1 ? setAside(tried.getFirst(), failure) : take(1))
        .map(claimed -> tried.size() < limit ? claimed : claimed.andMore());
  }

  private Uni<Claimed> claim(int limit, List<DueRow> tried) {
    // Taken before the database begins the lease, so ours ends earlier than the one in the table.
    long leaseEnd = System.nanoTime() + config.lease().toNanos();
    return transactions.write(
        unitOfWork ->
            DeliveryTable.lockDue(unitOfWork, limit)
                .invoke(tried::addAll)
                .call(
                    due ->
                        // When all that can go is taken, what else is due is held up.
                        due.size() < limit
                            ? DeliveryTable.deferHeldUp(unitOfWork)
                            : Uni.createFrom().voidItem())
                .chain(
                    due ->
                        due.isEmpty()
                            ? Uni.createFrom().item(Claimed.NOTHING)
                            : begin(unitOfWork, due, leaseEnd)));
  }

  private Uni<Claimed> begin(UnitOfWork unitOfWork, List<DueRow> due, long leaseEnd) {
    return workers
        .call(() -> due.stream().map(preparation::prepare).toList())
        .call(
            prepared ->
                DeliveryTable.lease(
                    unitOfWork, prepared.stream().map(Prepared::lease).toList(), config.lease()))
        // In this transaction, or an agent who is defined meanwhile would not end the wait.
        .call(prepared -> results.keepWaiting(unitOfWork, over(prepared, Claims::waits)))
        .map(
            prepared ->
                new Claimed(
                    false,
                    prepared.stream().flatMap(one -> one.parcel(leaseEnd).stream()).toList(),
                    over(prepared, result -> !waits(result))));
  }

  private Uni<Claimed> setAside(DueRow row, Throwable failure) {
    String key = row.notificationId().toString();
    return transactions
        .write(
            unitOfWork ->
                DeliveryTable.setAside(unitOfWork, row.place())
                    .chain(() -> setAside.add(unitOfWork, SetAsideMails.QUEUE, key, failure)))
        .replaceWith(Claimed.NOTHING.andMore());
  }

  private static List<Result> over(List<Prepared> prepared, Predicate<Result> which) {
    return prepared.stream().flatMap(one -> one.result().stream()).filter(which).toList();
  }

  private static boolean waits(Result result) {
    return result.outcome() instanceof Outcome.RecipientUnknown;
  }

  /**
   * What was claimed.
   *
   * @param more whether more may be due
   * @param over results of those that had no letter to send
   */
  record Claimed(boolean more, List<Parcel> parcels, List<Result> over) {

    private static final Claimed NOTHING = new Claimed(false, List.of(), List.of());

    private Claimed andMore() {
      return new Claimed(true, parcels, over);
    }
  }
}
