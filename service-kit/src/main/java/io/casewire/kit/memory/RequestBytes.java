package io.casewire.kit.memory;

import io.casewire.kit.problem.Problem;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.vertx.core.buffer.Buffer;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Duration;

/**
 * Takes from the budget what a request's body holds, before anything is made of it, and gives it
 * back after the answer. A request that finds the budget used up is told to come back (503).
 */
@Singleton
public class RequestBytes {

  /** After the limit of requests, which receives bodies, and before everything that costs. */
  private static final int EARLY = -890;

  private static final String SHARE = RequestBytes.class.getName();
  private static final Duration RETRY_AFTER = Duration.ofSeconds(2);

  /** When a client has gone, the work on its body goes on for a moment. */
  private static final Duration WORK_GOES_ON = Duration.ofSeconds(10);

  private final ByteBudget budget;
  private final Duration workGoesOn;
  private final Counter refused;

  @Inject
  RequestBytes(ByteBudget budget, MeterRegistry metrics) {
    this(budget, WORK_GOES_ON, metrics);
  }

  RequestBytes(ByteBudget budget, Duration workGoesOn, MeterRegistry metrics) {
    this.budget = budget;
    this.workGoesOn = workGoesOn;
    this.refused = metrics.counter("casewire.bytes.refused");
  }

  void install(@Observes Router router) {
    router.route().order(EARLY).handler(this::admit);
  }

  private void admit(RoutingContext context) {
    ByteBudget.Share share = budget.share();
    context.put(SHARE, share);
    context.addEndHandler(
        answered -> {
          if (answered.succeeded()) {
            share.close();
          } else {
            context.vertx().setTimer(workGoesOn.toMillis(), ignored -> share.close());
          }
        });
    try {
      take(context, bodyBytes(context));
      context.next();
    } catch (Problem refusal) {
      context.fail(refusal);
    }
  }

  /** The body has arrived before; one that is still to come is the business of its reader. */
  private static long bodyBytes(RoutingContext context) {
    Buffer body = context.body().buffer();
    return body == null ? 0 : body.length();
  }

  /**
   * Takes more for the work on a request; a few bytes are free.
   *
   * @throws Problem 503 if the budget has not as much
   */
  public void take(RoutingContext context, long bytes) {
    ByteBudget.Share share = context.get(SHARE);
    if (bytes > ByteBudget.SMALL && !share.tryTake(bytes)) {
      refused.increment();
      throw Problem.unavailable(
          RETRY_AFTER, "Too many large requests are under way. Nothing was done.");
    }
  }
}
