package io.casewire.notification.attempt;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** What follows from an {@link Outcome}. */
public sealed interface NextStep {

  /**
   * The delivery is over.
   *
   * @param reason a code; null when the channel has taken it
   */
  record Finish(DeliveryState state, @Nullable String reason) implements NextStep {}

  /**
   * It is tried again.
   *
   * @param counted whether the attempt counts as one
   */
  record TryAgain(Instant at, boolean counted) implements NextStep {}

  /**
   * It is passed over until a person retries it.
   *
   * @param reason the kind of the failure, for operators
   */
  record SetAside(String reason) implements NextStep {}
}
