package io.casewire.intake.chat;

import io.casewire.kit.transaction.Faults;
import io.smallrye.mutiny.Uni;
import java.time.Duration;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;

/**
 * Waits out an outage for somebody who stays connected: to tell him of it, and to be asked again,
 * costs more.
 */
final class OutageWait {

  private static final Duration FIRST_REST = Duration.ofSeconds(1);
  private static final Duration LONGEST_REST = Duration.ofSeconds(8);
  private static final Duration LONGEST_OUTAGE = Duration.ofSeconds(30);

  private OutageWait() {}

  /**
   * Does the work, and again after a rest if the surroundings were at fault.
   *
   * @param isThere whether somebody still waits
   */
  static <T> Uni<T> during(Supplier<Uni<T>> work, BooleanSupplier isThere) {
    return Uni.createFrom()
        .deferred(() -> work.get())
        .onFailure(failure -> Faults.isTransient(failure) && isThere.getAsBoolean())
        .retry()
        .withBackOff(FIRST_REST, LONGEST_REST)
        .expireIn(LONGEST_OUTAGE.toMillis());
  }
}
