package io.casewire.kit.web;

import io.casewire.kit.problem.Problem;
import io.casewire.kit.transaction.Transactions;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpHeaderValues;
import io.netty.handler.codec.http.HttpResponseStatus;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Answers so many requests at once, and none that would wait for the database in vain; those beyond
 * are told when to come back, before anything else is done for them. Without it a service that has
 * more to do than it can works on all of them a little, and on none of them in the time that its
 * client waits. What asks about the process itself is always answered, and sockets are let in: they
 * stay open, and what comes through them is limited where it is taken.
 */
@Singleton
class RequestLimit {

  /** After the headers that every answer has, before what costs. */
  private static final int EARLY = -900;

  private static final int UNAVAILABLE = HttpResponseStatus.SERVICE_UNAVAILABLE.code();
  private static final String ABOUT_THE_PROCESS = "/q/";
  private static final Duration SHORTEST_WAIT = Duration.ofSeconds(2);
  private static final Duration LONGEST_WAIT = Duration.ofSeconds(60);

  /** A client that goes before it is answered is not always noticed. */
  private static final Duration LONGEST_COUNTED = Duration.ofSeconds(30);

  private final int mostAtOnce;
  private final Duration longestCounted;
  private final BooleanSupplier databaseCrowded;
  private final Appointments appointments;
  private final Counter refused;
  private final AtomicInteger open = new AtomicInteger();

  @Inject
  RequestLimit(
      @ConfigProperty(name = "casewire.requests.most-at-once", defaultValue = "128") int mostAtOnce,
      @ConfigProperty(name = "casewire.requests.back-per-second", defaultValue = "32")
          int backPerSecond,
      Transactions transactions,
      MeterRegistry metrics) {
    this(
        mostAtOnce,
        LONGEST_COUNTED,
        new Appointments(backPerSecond, SHORTEST_WAIT, LONGEST_WAIT, System::nanoTime),
        transactions::areCrowded,
        metrics);
  }

  RequestLimit(
      int mostAtOnce,
      Duration longestCounted,
      Appointments appointments,
      BooleanSupplier databaseCrowded,
      MeterRegistry metrics) {
    this.appointments = appointments;
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
    if (isNoWork(context.request())) {
      context.next();
    } else if (open.get() >= mostAtOnce || databaseCrowded.getAsBoolean()) {
      refused.increment();
      context.fail(Problem.unavailable(appointments.next()));
    } else {
      count(context);
      context.next();
    }
  }

  private static boolean isNoWork(HttpServerRequest request) {
    return request.path().startsWith(ABOUT_THE_PROCESS)
        || request.headers().contains(HttpHeaders.UPGRADE, HttpHeaderValues.WEBSOCKET, true);
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
          giveAppointment(context.response());
        });
    context.addEndHandler(ignored -> leave.run());
  }

  /** An outage fails all requests at once, and they must not come back at once either. */
  private void giveAppointment(HttpServerResponse response) {
    String asked = response.headers().get(HttpHeaderNames.RETRY_AFTER);
    if (asked != null && response.getStatusCode() == UNAVAILABLE) {
      long appointment = appointments.next().toSeconds();
      if (appointment > Long.parseLong(asked)) {
        response.putHeader(HttpHeaderNames.RETRY_AFTER, Long.toString(appointment));
      }
    }
  }
}
