package io.casewire.intake.mail;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** When a message counts as sent, for every clock. */
public final class EffectiveTime {

  /** How far back a sender's time is believed: delivery may take that long, not longer. */
  public static final Duration BELIEVED_DELAY = Duration.ofHours(1);

  private EffectiveTime() {}

  /**
   * The claim, clamped to [{@code receivedAt} − 1 h, {@code receivedAt}] and never before the case
   * opened.
   *
   * @param claim the trusted hop's or the mailbox's time, never the {@code Date} field; null when
   *     there is none
   * @param caseOpenedAt the effective time of the case's first message; null when this is it
   */
  public static Instant of(
      @Nullable Instant claim, Instant receivedAt, @Nullable Instant caseOpenedAt) {
    Instant sent = claim == null ? receivedAt : claim;
    Instant notTooOld = later(sent, receivedAt.minus(BELIEVED_DELAY));
    Instant clamped = notTooOld.isAfter(receivedAt) ? receivedAt : notTooOld;
    return caseOpenedAt == null ? clamped : later(clamped, caseOpenedAt);
  }

  private static Instant later(Instant a, Instant b) {
    return a.isAfter(b) ? a : b;
  }
}
