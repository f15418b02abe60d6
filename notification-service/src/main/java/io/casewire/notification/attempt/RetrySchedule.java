package io.casewire.notification.attempt;

import java.time.Duration;
import java.time.Instant;

/**
 * When a delivery is tried again, and when it is given up. Pauses double from the first to the
 * longest and vary by a quarter, so that mails held up together do not come back together.
 *
 * @param deferred pauses when the server asked to come again, or refused our sender address: soon
 *     would be impolite
 * @param unreachable pauses when there was no server that let us in: short, as it may be back any
 *     moment
 * @param unknownRecipient pause for an agent who is unknown; his definition ends it at once
 * @param giveUpAfter how long a mail is tried, counted from when it was queued
 */
public record RetrySchedule(
    Pauses deferred, Pauses unreachable, Duration unknownRecipient, Duration giveUpAfter) {

  private static final String EXPIRED = "expired";

  /**
   * What follows from an attempt.
   *
   * @param attempts how many there were, this one included
   * @param queuedAt when the delivery was queued
   * @param dice evenly spread from 0 to 1
   */
  public NextStep after(Outcome outcome, int attempts, Instant queuedAt, Instant now, double dice) {
    return switch (outcome) {
      case Outcome.Accepted _ -> new NextStep.Finish(DeliveryState.SENT, null);
      case Outcome.Refused refused -> new NextStep.Finish(DeliveryState.FAILED, refused.reason());
      case Outcome.Suppressed suppressed ->
          new NextStep.Finish(DeliveryState.SUPPRESSED, suppressed.reason().code());
      case Outcome.Deferred _, Outcome.SenderRefused _ ->
          again(deferred.after(attempts, dice), queuedAt, now);
      case Outcome.Unreachable _, Outcome.RelayRefused _ ->
          again(unreachable.after(attempts, dice), queuedAt, now);
      // However long it takes: an alert that nobody gets is a case that nobody sees.
      case Outcome.RecipientUnknown _ -> new NextStep.TryAgain(now.plus(unknownRecipient), false);
      case Outcome.NotTried _ -> new NextStep.TryAgain(now, false);
      case Outcome.Broken broken -> new NextStep.SetAside(broken.reason());
    };
  }

  private NextStep again(Duration pause, Instant queuedAt, Instant now) {
    Instant next = now.plus(pause);
    return next.isAfter(queuedAt.plus(giveUpAfter))
        ? new NextStep.Finish(DeliveryState.FAILED, EXPIRED)
        : new NextStep.TryAgain(next, true);
  }

  /** Growing pauses. */
  public record Pauses(Duration first, Duration longest) {

    private static final int MOST_DOUBLINGS = 30;
    private static final double SPREAD = 0.25;

    Duration after(int attempts, double dice) {
      double doubled = first.toMillis() * Math.pow(2, Math.min(attempts - 1, MOST_DOUBLINGS));
      double capped = Math.min(doubled, longest.toMillis());
      return Duration.ofMillis((long) (capped * (1 - SPREAD + 2 * SPREAD * dice)));
    }
  }
}
