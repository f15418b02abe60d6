package io.casewire.kit.timer;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;

/** Tells the loop of this process that it may have to look earlier than it meant to. */
@ApplicationScoped
class TimerAlarm {

  private Instant next = Instant.MAX;
  private Runnable wake = () -> {};

  synchronized void onEarlier(Runnable action) {
    wake = action;
  }

  /** A timer was set for this instant. */
  void noLaterThan(Instant dueAt) {
    Runnable action;
    synchronized (this) {
      if (!dueAt.isBefore(next)) {
        return;
      }
      next = dueAt;
      action = wake;
    }
    action.run();
  }

  /** The loop has looked, and knows when the next one is due. */
  synchronized void lookedUntil(Instant dueAt) {
    next = dueAt;
  }
}
