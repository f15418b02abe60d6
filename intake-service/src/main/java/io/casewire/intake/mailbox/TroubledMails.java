package io.casewire.intake.mailbox;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Tells a mail that fails by itself from one that fails because the database or the network is
 * away, when the failure looks like the latter. Thread-safe.
 */
final class TroubledMails {

  /** With the pauses between passes that is some minutes. */
  static final int MOST_FAILURES = 10;

  private record Trouble(int failures, long takenBefore) {}

  private final Map<Long, Trouble> troubles = new ConcurrentHashMap<>();
  private final AtomicLong taken = new AtomicLong();

  /** A mail was taken, or passed over. */
  void done(long uid) {
    troubles.remove(uid);
    taken.incrementAndGet();
  }

  /** A mail has failed; whether it has failed often while other mails were taken. */
  boolean failsAlone(long uid) {
    Trouble trouble =
        troubles.compute(
            uid,
            (ignored, before) ->
                before == null
                    ? new Trouble(1, taken.get())
                    : new Trouble(before.failures() + 1, before.takenBefore()));
    return trouble.failures() >= MOST_FAILURES && taken.get() > trouble.takenBefore();
  }
}
