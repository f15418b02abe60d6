package io.casewire.kit.memory;

import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.configuration.MemorySize;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * A semaphore of bytes: what large bodies, mails and files of this replica may have together. Work
 * on a body needs several times its size in memory, so the heap must have that several times.
 *
 * <p>It is fair: while a mail waits for its share, no other share is given that came later.
 */
@Singleton
public class ByteBudget {

  /** Bodies up to this size need no share; the number of requests at once bounds them. */
  public static final int SMALL = 64 * 1024;

  private final int total;
  private final Semaphore free;

  @Inject
  ByteBudget(
      @ConfigProperty(name = "casewire.bytes-in-flight", defaultValue = "48M") MemorySize total,
      MeterRegistry metrics) {
    this(Math.toIntExact(total.asLongValue()));
    metrics.gauge("casewire.bytes.in.flight", this, ByteBudget::taken);
  }

  /** A budget of so many bytes. */
  public ByteBudget(int total) {
    this.total = total;
    this.free = new Semaphore(total, true);
  }

  /** A share of nothing yet, for one piece of work. */
  public Share share() {
    return new Share();
  }

  /** How many bytes are taken. */
  public int taken() {
    return total - free.availablePermits();
  }

  /** What a piece of work has taken. Thread-safe; to be closed when the work is done. */
  public final class Share implements AutoCloseable {

    private int size;
    private boolean closed;

    private Share() {}

    /** Takes more, if there is as much; false otherwise, and after the end. */
    public synchronized boolean tryTake(long bytes) {
      int more = withinTotal(bytes);
      try {
        // The variant without a time would overtake waiting shares.
        if (closed || !free.tryAcquire(more, 0, TimeUnit.NANOSECONDS)) {
          return false;
        }
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        return false;
      }
      size += more;
      return true;
    }

    /** Takes more, and waits for it. Blocks; not for work that holds a part already. */
    public synchronized void take(long bytes) throws InterruptedException {
      int more = withinTotal(bytes);
      free.acquire(more);
      size += more;
    }

    /** A single body that exceeds the budget passes alone. */
    private int withinTotal(long bytes) {
      return (int) Math.min(bytes, total - size);
    }

    @Override
    public synchronized void close() {
      closed = true;
      free.release(size);
      size = 0;
    }
  }
}
