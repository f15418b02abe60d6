package io.casewire.intake.chat;

import io.vertx.core.Vertx;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Beats at an interval, and finds out when the other end of a connection has stopped answering: a
 * network that drops packets tells neither end. Thread-safe.
 */
final class Heartbeat {

  /** One may be on its way when the next is due. */
  private static final int MOST_UNANSWERED = 2;

  private final Runnable beat;
  private final Runnable onSilence;
  private final AtomicInteger unanswered = new AtomicInteger();
  private volatile Runnable end = () -> {};

  /**
   * @param beat asks the other end for an answer
   * @param onSilence the other end has left several beats unanswered
   */
  Heartbeat(Runnable beat, Runnable onSilence) {
    this.beat = beat;
    this.onSilence = onSilence;
  }

  /** Begins with a beat after the first interval. */
  void start(Vertx vertx, Duration every) {
    long timer = vertx.setPeriodic(every.toMillis(), ignored -> tick());
    end = () -> vertx.cancelTimer(timer);
  }

  void stop() {
    end.run();
  }

  /** The other end has said something. */
  void heard() {
    unanswered.set(0);
  }

  void tick() {
    if (unanswered.getAndIncrement() < MOST_UNANSWERED) {
      beat.run();
    } else {
      onSilence.run();
    }
  }
}
