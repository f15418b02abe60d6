package io.casewire.notification.delivery;

import io.casewire.kit.loop.LoopSupervisor;
import io.casewire.kit.loop.WakefulLoop;
import io.casewire.kit.transaction.Faults;
import io.casewire.kit.transaction.Transactions;
import io.casewire.notification.attempt.Outcome;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Vertx;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.Set;
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
 * Message-ID. A result that can't be kept for a reason of its own sets its mail aside.
 */
@ApplicationScoped
class Settlement {

  private static final Logger LOG = Logger.getLogger(Settlement.class);

  /** There is no need to look: results wake the loop. */
  private static final Duration UNTIL_WOKEN = Duration.ofMinutes(1);

  private static final Duration AFTER_FAILURE = Duration.ofSeconds(1);
  private static final String LEFT = "a result can't be kept yet because=%s";
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
    this.transactions = transactions.forBatches();
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
        : keep(List.copyOf(open), List.copyOf(open))
            .replaceWith(Duration.ZERO)
            .onFailure(failure -> !Faults.isTransient(failure))
            .recoverWithUni(this::keepOneByOne);
  }

  /** One of them is at fault, and the others must not wait for it. */
  private Uni<Duration> keepOneByOne() {
    return Multi.createFrom()
        .iterable(List.copyOf(open))
        .onItem()
        .transformToUniAndConcatenate(
            result ->
                keep(List.of(result), List.of(result))
                    .onFailure(failure -> !Faults.isTransient(failure))
                    .recoverWithUni(failure -> setAside(result, failure))
                    .onFailure()
                    .invoke(failure -> LOG.warnf(LEFT, Faults.nameOf(failure)))
                    .onFailure()
                    .recoverWithNull())
        .collect()
        .last()
        .map(_ -> open.isEmpty() ? Duration.ZERO : AFTER_FAILURE);
  }

  private Uni<Void> setAside(Result result, Throwable failure) {
    Outcome broken = new Outcome.Broken(Faults.nameOf(failure));
    return keep(List.of(result), List.of(new Result(result.delivery(), broken)));
  }

  /**
   * Keeps results.
   *
   * @param asOutcome what is kept of them
   */
  private Uni<Void> keep(List<Result> some, List<Result> asOutcome) {
    return transactions
        .write(unitOfWork -> results.keep(unitOfWork, asOutcome))
        .invoke(next -> kept(some, next))
        .replaceWithVoid();
  }

  private void kept(List<Result> some, boolean next) {
    throttle.finished(some.size());
    some.forEach(_ -> unkept.arriveAndDeregister());
    open.removeAll(Set.copyOf(some));
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
