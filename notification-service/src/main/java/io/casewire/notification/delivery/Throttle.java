package io.casewire.notification.delivery;

import io.micrometer.core.instrument.MeterRegistry;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * How many mails may be claimed now. Bounds what this process has in memory, from the claim until
 * the result is kept; if results can't be kept, nothing more is sent than fits in there. While the
 * mail server is away, a single mail finds out every now and then whether it is back: the others
 * keep their turn and their attempts. Thread-safe.
 */
@ApplicationScoped
class Throttle {

  private final int most;
  private final long probeNanos;
  private final AtomicInteger inFlight = new AtomicInteger();
  private volatile boolean closed;
  private volatile boolean serverAway;
  private volatile long nextProbe;

  Throttle(DeliveryConfig config, MeterRegistry metrics) {
    this.most = config.inFlight();
    this.probeNanos = config.unreachableFirst().toNanos();
    metrics.gauge("casewire.notification.in.flight", inFlight);
  }

  /** How many more may be claimed; none if it is not positive. */
  int room() {
    if (closed) {
      return 0;
    }
    if (!serverAway) {
      return most - inFlight.get();
    }
    return nextProbe - System.nanoTime() > 0 ? 0 : 1 - inFlight.get();
  }

  void took(int mails) {
    inFlight.addAndGet(mails);
  }

  void finished(int mails) {
    inFlight.addAndGet(-mails);
  }

  /** Lets nothing more in: what would be taken now could only wait for the lease to end. */
  void close() {
    closed = true;
  }

  void serverAnswered() {
    serverAway = false;
  }

  void serverDidNotAnswer() {
    nextProbe = System.nanoTime() + probeNanos;
    serverAway = true;
  }
}
