package io.casewire.intake.conversation;

import io.casewire.events.CaseStatus;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Whether a case takes one more message of its customer, as far as intake knows. Routing judges by
 * the same rule when the message reaches it; what it refuses then is moved ({@link MessageMoves}).
 */
final class Admission {

  private Admission() {}

  /**
   * Whether the message stays.
   *
   * @param reopenUntil of a resolved case; the instant itself is still in time
   * @param automatic whether a machine wrote it: it must not open a case, so it stays anywhere
   */
  static boolean admits(
      CaseStatus status, @Nullable Instant reopenUntil, boolean automatic, Instant receivedAt) {
    return automatic
        || switch (status) {
          case OPEN, PENDING -> true;
          case RESOLVED -> reopenUntil != null && !receivedAt.isAfter(reopenUntil);
          case CLOSED, MERGED, SPAM -> false;
        };
  }
}
