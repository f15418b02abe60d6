package io.casewire.kit.loop;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * Repeats a piece of blocking work on a thread of its own: at once when it was woken, else after
 * the pause that the last pass asked for. Thread-safe.
 */
public final class ThreadLoop {

  private final Thread.Builder threads;
  private final Heartbeat heartbeat;
  private final Pass pass;
  private final Semaphore reasons = new Semaphore(0);
  private final CountDownLatch stopped = new CountDownLatch(1);
  private Duration gather = Duration.ZERO;
  private Runnable atEnd = () -> {};
  private volatile @Nullable Thread thread;

  ThreadLoop(Thread.Builder threads, Heartbeat heartbeat, Pass pass) {
    this.threads = threads.name(heartbeat.loop());
    this.heartbeat = heartbeat;
    this.pass = pass;
  }

  /** A piece of work. */
  public interface Pass {

    /**
     * Does the work.
     *
     * @return how long to pause if nobody wakes the loop; zero means to go on at once
     * @throws Exception whatever went wrong: the next pass comes after a longer pause
     */
    Duration run() throws Exception;
  }

  /** Lets a pass that was woken wait a moment for further reasons to work. */
  public ThreadLoop gathering(Duration moment) {
    gather = moment;
    return this;
  }

  /** Runs an action on the thread when the loop ends. */
  public ThreadLoop atEnd(Runnable action) {
    atEnd = action;
    return this;
  }

  /** Begins with a first pass. */
  public void start() {
    heartbeat.begins();
    thread = threads.start(this::run);
  }

  /** There is a reason to work now. */
  public void wake() {
    if (reasons.availablePermits() == 0) {
      reasons.release();
    }
  }

  /** The pass that is under way has got somewhere; for passes that take as long as they can. */
  public void goesOn() {
    heartbeat.goesOn();
  }

  /** Whether the loop has been started and has not ended. */
  public boolean isRunning() {
    Thread started = thread;
    return started != null && started.isAlive();
  }

  /** Whether the loop is to end. */
  public boolean isStopped() {
    return stopped.getCount() == 0;
  }

  /** Ends after the pass that is under way, if any; does not wait for that. */
  public void stop() {
    stopped.countDown();
    wake();
  }

  /**
   * Waits until the loop has ended.
   *
   * @return whether it has, in this time
   */
  public boolean awaitEnd(Duration atMost) throws InterruptedException {
    Thread started = thread;
    return started == null || started.join(atMost);
  }

  private void run() {
    while (!isStopped()) {
      try {
        pause(heartbeat.done(pass.run()));
        heartbeat.begins();
      } catch (Throwable e) {
        backOff(e);
      }
    }
    heartbeat.ends();
    atEnd.run();
  }

  private void pause(Duration pause) throws InterruptedException {
    if (reasons.tryAcquire(pause.toNanos(), TimeUnit.NANOSECONDS)) {
      stopped.await(gather.toNanos(), TimeUnit.NANOSECONDS);
      reasons.drainPermits();
    }
  }

  /** A reason to work does not end this wait: the work would only fail again. */
  private void backOff(Throwable failure) {
    if (isStopped()) {
      return;
    }
    try {
      stopped.await(heartbeat.failed(failure).toMillis(), TimeUnit.MILLISECONDS);
    } catch (InterruptedException _) {
      // An interrupt is meant for a pass that hangs; the end of the loop is announced by stop.
    }
    heartbeat.begins();
  }
}
