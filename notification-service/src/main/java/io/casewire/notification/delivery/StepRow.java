package io.casewire.notification.delivery;

import io.casewire.notification.attempt.DeliveryState;
import io.casewire.notification.attempt.NextStep;
import io.casewire.notification.attempt.Outcome;
import org.jspecify.annotations.Nullable;

/**
 * What follows from an attempt.
 *
 * @param attempt the one that this is about
 * @param reason why it is not sent, or not yet
 * @param attempts how many count from now on
 * @param nextAttemptAt as text: the clock's nanoseconds are more than a column holds; null when it
 *     is over or set aside
 */
record StepRow(
    long place,
    int attempt,
    String state,
    @Nullable String reason,
    boolean awaitsRecipient,
    int attempts,
    @Nullable String nextAttemptAt) {

  private static final String SET_ASIDE = "set-aside";

  static StepRow of(Delivery delivery, Outcome outcome, NextStep step) {
    return switch (step) {
      case NextStep.Finish finish ->
          new StepRow(
              delivery.place(),
              delivery.attempt(),
              finish.state().wireName(),
              finish.reason(),
              false,
              delivery.attempt(),
              null);
      case NextStep.TryAgain again ->
          new StepRow(
              delivery.place(),
              delivery.attempt(),
              DeliveryState.QUEUED.wireName(),
              reasonOf(outcome),
              outcome instanceof Outcome.RecipientUnknown,
              again.counted() ? delivery.attempt() : delivery.attempt() - 1,
              again.at().toString());
      case NextStep.SetAside _ ->
          new StepRow(
              delivery.place(),
              delivery.attempt(),
              DeliveryState.QUEUED.wireName(),
              SET_ASIDE,
              false,
              delivery.attempt(),
              null);
    };
  }

  /** Why a mail has to be tried again. */
  private static @Nullable String reasonOf(Outcome outcome) {
    return switch (outcome) {
      case Outcome.Deferred deferred -> deferred.reason();
      case Outcome.RelayRefused refused -> refused.reason();
      case Outcome.SenderRefused refused -> refused.reason();
      case Outcome.Unreachable _ -> "unreachable";
      case Outcome.RecipientUnknown _ -> "recipient-unknown";
      case Outcome.Accepted _,
          Outcome.Refused _,
          Outcome.Suppressed _,
          Outcome.Broken _,
          Outcome.NotTried _ ->
          null;
    };
  }
}
