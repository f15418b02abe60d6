package io.casewire.kit.web;

import io.casewire.kit.problem.Problem;
import io.casewire.kit.transaction.Transactions;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.netty.handler.codec.http.HttpHeaderValues;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Answers so many requests at once, and none that would wait for the database in vain; those beyond
 * are told to come back, before anything else is done for them. Without it a service that has more
 * to do than it can works on all of them a little, and on none of them in the time that its client
 * waits. What asks about the process itself is always answered.
 */
@Singleton
class RequestLimit {

  /** After the headers that every answer has, before what costs. */
  private static final int EARLY = -900;

  private static final String ABOUT_THE_PROCESS = "/q/";
  private static final int SHORTEST_WAIT_SECONDS = 2;
  private static final int LONGEST_WAIT_SECONDS = 8;

  /** A client that goes before it is answered is not always noticed. */
  private static final Duration LONGEST_COUNTED = Duration.ofSeconds(30);

  private final int mostAtOnce;
  private final Duration longestCounted;
  private final BooleanSupplier databaseCrowded;
  private final Counter refused;
  private final AtomicInteger open = new AtomicInteger();

  @Inject
  RequestLimit(
      @ConfigProperty(name = "casewire.requests.most-at-once", defaultValue = "128") int mostAtOnce,
      Transactions transactions,
      MeterRegistry metrics) {
    this(mostAtOnce, LONGEST_COUNTED, transactions::areCrowded, metrics);
  }

  RequestLimit(
      int mostAtOnce,
      Duration longestCounted,
      BooleanSupplier databaseCrowded,
      MeterRegistry metrics) {
    this.databaseCrowded = databaseCrowded;
    this.longestCounted = longestCounted;
    this.mostAtOnce = mostAtOnce;
    this.refused = metrics.counter("casewire.requests.refused");
    metrics.gauge("casewire.requests.open", open);
  }

  void install(@Observes Router router) {
    router.route().order(EARLY).handler(this::admit);
  }

  private void admit(RoutingContext context) {
    if (context.request().path().startsWith(ABOUT_THE_PROCESS)) {
      context.next();
    } else if (open.get() >= mostAtOnce || databaseCrowded.getAsBoolean()) {
      refused.increment();
      context.fail(Problem.unavailable(untilLater()));
    } else {
      if (!isForSocket(context.request())) {
        count(context);
      }
      context.next();
    }
  }

  /** Until the answer begins: a stream of events is no work. */
  private void count(RoutingContext context) {
    open.incrementAndGet();
    AtomicBoolean counted = new AtomicBoolean(true);
    Runnable leave =
        () -> {
          if (counted.getAndSet(false)) {
            open.decrementAndGet();
          }
        };
    long limit = context.vertx().setTimer(longestCounted.toMillis(), ignored -> leave.run());
    context.addHeadersEndHandler(
        ignored -> {
          context.vertx().cancelTimer(limit);
          leave.run();
        });
    context.addEndHandler(ignored -> leave.run());
  }

  /** It stays open, and what comes through it is limited where it is taken. */
  private static boolean isForSocket(HttpServerRequest request) {
    return request.headers().contains(HttpHeaders.UPGRADE, HttpHeaderValues.WEBSOCKET, true);
  }

  /** Not all of them at the same time. */
  private static Duration untilLater() {
    return Duration.ofSeconds(
        ThreadLocalRandom.current().nextLong(SHORTEST_WAIT_SECONDS, LONGEST_WAIT_SECONDS + 1));
  }
}
