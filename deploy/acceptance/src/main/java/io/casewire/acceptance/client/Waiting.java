package io.casewire.acceptance.client;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Supplier;

/** Waits for what a stack does in its own time. */
public final class Waiting {

  private static final Duration PAUSE = Duration.ofMillis(200);

  private Waiting() {}

  /**
   * Looks again and again until there is something.
   *
   * @param what is waited for, for the message
   * @throws IllegalStateException when it has not come in time
   */
  public static <T> T until(String what, Duration limit, Supplier<Optional<T>> look) {
    Instant end = Instant.now().plus(limit);
    while (true) {
      Optional<T> seen = look.get();
      if (seen.isPresent()) {
        return seen.get();
      }
      if (Instant.now().isAfter(end)) {
        throw new IllegalStateException("no %s within %d s".formatted(what, limit.toSeconds()));
      }
      pause();
    }
  }

  private static void pause() {
    try {
      Thread.sleep(PAUSE);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted", e);
    }
  }
}
