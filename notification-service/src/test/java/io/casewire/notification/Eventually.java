package io.casewire.notification;

import static org.awaitility.Awaitility.await;

import java.time.Duration;
import org.awaitility.core.ThrowingRunnable;

/** Waits for what happens behind the test's back, with patience for a busy machine. */
public final class Eventually {

  private static final Duration PATIENCE = Duration.ofMinutes(2);

  private Eventually() {}

  public static void eventually(ThrowingRunnable assertion) {
    await().atMost(PATIENCE).untilAsserted(assertion);
  }
}
