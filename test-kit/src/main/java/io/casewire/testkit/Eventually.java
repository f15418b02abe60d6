package io.casewire.testkit;

import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.NoSuchElementException;
import org.awaitility.core.ThrowingRunnable;

/** Waits for what happens behind the test's back, with patience for a busy machine. */
public final class Eventually {

  private static final Duration PATIENCE = Duration.ofMinutes(2);

  private Eventually() {}

  /** Tries the assertion until it holds. */
  public static void eventually(ThrowingRunnable assertion) {
    // What has not been said yet is not there yet.
    await().atMost(PATIENCE).ignoreException(NoSuchElementException.class).untilAsserted(assertion);
  }
}
