package io.casewire.kit.outbox;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/** Wakes the relay. Many signals while it works are one reason to work once more. */
@ApplicationScoped
class OutboxSignal implements Runnable {

  private final Semaphore work = new Semaphore(0);

  /** Something was committed to the outbox. */
  @Override
  public void run() {
    if (work.availablePermits() == 0) {
      work.release();
    }
  }

  /**
   * Waits for a signal, for this long at most.
   *
   * @param gather how long to wait for company once there is one
   */
  void await(Duration atMost, Duration gather) throws InterruptedException {
    if (work.tryAcquire(atMost.toNanos(), TimeUnit.NANOSECONDS)) {
      TimeUnit.NANOSECONDS.sleep(gather.toNanos());
      work.drainPermits();
    }
  }
}
