package io.casewire.kit.memory;

import io.casewire.kit.problem.Problem;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.configuration.MemorySize;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Duration;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Takes from the budget what a request's body announces, before anything of it is read, and gives
 * it back after the answer. A request that finds the budget used up is told to come back (503).
 */
@Singleton
public class RequestBytes {

  /** After the limit of requests, before what costs. */
  private static final int EARLY = -890;

  private static final String SHARE = RequestBytes.class.getName();
  private static final Duration RETRY_AFTER = Duration.ofSeconds(2);

  /** When a client has gone, the work on its body goes on for a moment. */
  private static final Duration WORK_GOES_ON = Duration.ofSeconds(10);

  private final ByteBudget budget;
  private final long largestBody;
  private final Duration workGoesOn;
  private final Counter refused;

  @Inject
  RequestBytes(
      ByteBudget budget,
      @ConfigProperty(name = "quarkus.http.limits.max-body-size") MemorySize largestBody,
      MeterRegistry metrics) {
    this(budget, largestBody.asLongValue(), WORK_GOES_ON, metrics);
  }

  RequestBytes(ByteBudget budget, long largestBody, Duration workGoesOn, MeterRegistry metrics) {
    this.budget = budget;
    this.largestBody = largestBody;
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
      takeAnnounced(context);
      context.next();
    } catch (Problem refusal) {
      discardBody(context);
      context.fail(refusal);
    }
  }

  /** What is over the limit is refused elsewhere, and not read. */
  private void takeAnnounced(RoutingContext context) {
    String length = context.request().getHeader(HttpHeaders.CONTENT_LENGTH);
    long bytes = length == null ? 0 : Long.parseLong(length);
    if (bytes <= largestBody) {
      take(context, bytes);
    }
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
      throw Problem.unavailable(RETRY_AFTER)
          .withDetail("Too many large requests are under way. Nothing was done.");
    }
  }

  /** So that the client reads the answer, and the connection can take its next request. */
  private static void discardBody(RoutingContext context) {
    HttpServerRequest request = context.request();
    context.addEndHandler(
        ignored -> {
          if (!request.isEnded()) {
            request.handler(chunk -> {}).resume();
          }
        });
  }
}
