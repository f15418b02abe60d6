package io.casewire.kit.inbox;

import io.casewire.kit.parking.TooManyParkedException;
import io.casewire.kit.transaction.Faults;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.groups.UniRetry;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.function.Predicate;
import java.util.function.Supplier;

/** Waits out a fault of the surroundings where it stands, so that nothing overtakes. */
@ApplicationScoped
class InPlaceRetry {

  private static final double JITTER = 0.3;
  private static final int ATTEMPTS_AT_THE_UNKNOWN = 2;

  private final InboxConfig config;
  private final InboxMetrics metrics;

  InPlaceRetry(InboxConfig config, InboxMetrics metrics) {
    this.config = config;
    this.metrics = metrics;
  }

  /** Tries until it succeeds or fails for a reason that is no fault of the surroundings. */
  <T> Uni<T> whileTransient(Supplier<Uni<T>> work) {
    return retry(work, InPlaceRetry::isTransient).indefinitely();
  }

  /**
   * The same, but that a failure that may be one of the surroundings is given some time, too,
   * before it counts as one of the event: a minute for what the database says, and two further
   * attempts for what is said nowhere.
   */
  <T> Uni<T> unlessPoison(Supplier<Uni<T>> work) {
    Uni<T> again = retry(() -> whileTransient(work), Faults::isUnclear).expireIn(unclearMillis());
    return retry(() -> again, failure -> !isTransient(failure) && !Faults.isKnown(failure))
        .atMost(ATTEMPTS_AT_THE_UNKNOWN);
  }

  /** Tries until it succeeds. */
  <T> Uni<T> whateverFails(Supplier<Uni<T>> work) {
    return retry(work, failure -> true).indefinitely();
  }

  private long unclearMillis() {
    return config.unclearFor().toMillis();
  }

  private <T> UniRetry<T> retry(Supplier<Uni<T>> work, Predicate<Throwable> again) {
    return Uni.createFrom()
        .deferred(() -> work.get())
        .onFailure(again)
        .invoke(failure -> metrics.retry())
        .onFailure(again)
        .retry()
        .withBackOff(config.firstBackOff(), config.longestBackOff())
        .withJitter(JITTER);
  }

  private static boolean isTransient(Throwable failure) {
    return failure instanceof TooManyParkedException
        || Faults.isTransient(failure) && !Faults.isUnclear(failure);
  }
}
