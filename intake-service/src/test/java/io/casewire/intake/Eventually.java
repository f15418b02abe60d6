package io.casewire.intake;

import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.NoSuchElementException;
import org.awaitility.core.ThrowingRunnable;

/** What becomes true in a while. */
public final class Eventually {

  private static final Duration PATIENCE = Duration.ofSeconds(30);

  private Eventually() {}

  /** Tries the assertion until it holds. */
  public static void eventually(ThrowingRunnable assertion) {
    // What has not been said yet is not there yet.
    await().atMost(PATIENCE).ignoreException(NoSuchElementException.class).untilAsserted(assertion);
  }
}
