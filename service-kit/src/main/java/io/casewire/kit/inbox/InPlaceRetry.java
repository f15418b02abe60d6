package io.casewire.kit.inbox;

import io.casewire.kit.parking.TooManyParkedException;
import io.casewire.kit.transaction.Faults;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.function.Supplier;

/** Waits out a fault of the surroundings where it stands, so that nothing overtakes. */
@ApplicationScoped
class InPlaceRetry {

  private static final double JITTER = 0.3;

  private final InboxConfig config;
  private final InboxMetrics metrics;

  InPlaceRetry(InboxConfig config, InboxMetrics metrics) {
    this.config = config;
    this.metrics = metrics;
  }

  /** Tries until it succeeds or fails for a reason that waiting does not mend. */
  <T> Uni<T> whileTransient(Supplier<Uni<T>> work) {
    return Uni.createFrom()
        .deferred(() -> work.get())
        .onFailure(this::isTransient)
        .retry()
        .withBackOff(config.firstBackOff(), config.longestBackOff())
        .withJitter(JITTER)
        .indefinitely();
  }

  private boolean isTransient(Throwable failure) {
    boolean transientFault =
        failure instanceof TooManyParkedException || Faults.isTransient(failure);
    if (transientFault) {
      metrics.retry();
    }
    return transientFault;
  }
}
