package io.casewire.notification.delivery;

import io.casewire.kit.loop.LoopSupervisor;
import io.casewire.kit.loop.WakefulLoop;
import io.casewire.kit.transaction.Transactions;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Vertx;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Phaser;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import org.jboss.logging.Logger;

/**
 * Keeps results, all that come within a moment in one transaction. Results that can't be kept now
 * are kept later; should the process die before, their mails are sent again under the same
 * Message-ID.
 */
@ApplicationScoped
class Settlement {

  private static final Logger LOG = Logger.getLogger(Settlement.class);

  /** There is no need to look: results wake the loop. */
  private static final Duration UNTIL_WOKEN = Duration.ofMinutes(1);

  private static final Duration PATIENCE_AT_END = Duration.ofSeconds(3);

  private final Transactions transactions;
  private final Results results;
  private final Throttle throttle;
  private final DeliveryMetrics metrics;
  private final Vertx vertx;
  private final long gatherMillis;
  private final WakefulLoop loop;
  private final Queue<Result> arrived = new ConcurrentLinkedQueue<>();
  private final AtomicBoolean gathering = new AtomicBoolean();

  /** Taken from {@link #arrived} and not kept yet. Used by one pass at a time. */
  private final List<Result> open = new ArrayList<>();

  /** Waits, at the end, for the results that are not kept yet: each is a party. */
  private final Phaser unkept = new Phaser(1);

  private Consumer<Boolean> whenKept = _ -> {};

  Settlement(
      Transactions transactions,
      Results results,
      Throttle throttle,
      DeliveryMetrics metrics,
      DeliveryConfig config,
      Vertx vertx,
      LoopSupervisor loops) {
    this.transactions = transactions.ahead();
    this.results = results;
    this.throttle = throttle;
    this.metrics = metrics;
    this.vertx = vertx;
    this.gatherMillis = Math.max(1, config.gatherResults().toMillis());
    this.loop = loops.onEventLoop("settlement", this::pass);
  }

  /**
   * Begins.
   *
   * @param action to be run whenever results are kept; told whether another mail is due by that
   */
  void start(Consumer<Boolean> action) {
    whenKept = action;
    loop.start();
  }

  void add(Result result) {
    metrics.attempted(result);
    unkept.register();
    arrived.add(result);
    if (gathering.compareAndSet(false, true)) {
      vertx.setTimer(gatherMillis, _ -> keepGathered());
    }
  }

  private void keepGathered() {
    gathering.set(false);
    loop.wake();
  }

  private Uni<Duration> pass() {
    for (Result result = arrived.poll(); result != null; result = arrived.poll()) {
      open.add(result);
    }
    return open.isEmpty()
        ? Uni.createFrom().item(UNTIL_WOKEN)
        : transactions
            .write(unitOfWork -> results.keep(unitOfWork, open))
            .invoke(this::kept)
            .replaceWith(Duration.ZERO);
  }

  private void kept(boolean next) {
    throttle.finished(open.size());
    open.forEach(_ -> unkept.arriveAndDeregister());
    open.clear();
    whenKept.accept(next);
  }

  /** Ends when all results are kept, so that a planned restart repeats no mail. */
  void stop() {
    try {
      unkept.awaitAdvanceInterruptibly(
          unkept.arriveAndDeregister(), PATIENCE_AT_END.toMillis(), TimeUnit.MILLISECONDS);
    } catch (TimeoutException _) {
      LOG.warnf("results=%d were not kept", unkept.getUnarrivedParties());
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    }
    loop.stop();
  }
}
