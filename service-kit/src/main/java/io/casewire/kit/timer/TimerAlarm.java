package io.casewire.kit.timer;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;

/** Tells the loop of this process that it may have to look earlier than it meant to. */
@ApplicationScoped
class TimerAlarm {

  private Instant next = Instant.MAX;
  private boolean looking;
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
      if (looking) {
        return;
      }
      action = wake;
    }
    action.run();
  }

  /** The loop begins to look: from now on it may have overlooked what is set. */
  synchronized void looking() {
    next = Instant.MAX;
    looking = true;
  }

  /**
   * The loop has looked, and found that the next one is due then.
   *
   * @return that, or the instant of an earlier one that was set meanwhile
   */
  synchronized Instant looked(Instant found) {
    looking = false;
    next = found.isBefore(next) ? found : next;
    return next;
  }
}
