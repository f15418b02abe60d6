package io.casewire.local;

import java.time.Duration;

/** Time between two looks at something that tells nobody when it changes. */
final class Pause {

  private Pause() {}

  /**
   * Waits.
   *
   * @throws StackException when the thread is interrupted meanwhile
   */
  static void of(Duration duration) {
    try {
      Thread.sleep(duration);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new StackException("Interrupted", e);
    }
  }
}
