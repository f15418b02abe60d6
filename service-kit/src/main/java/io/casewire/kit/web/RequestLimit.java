package io.casewire.kit.web;

import io.casewire.kit.problem.Problem;
import io.casewire.kit.transaction.Transactions;
import io.casewire.kit.web.ClientShares.Claim;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tags;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpHeaderValues;
import io.netty.handler.codec.http.HttpResponseStatus;
import io.quarkus.runtime.configuration.MemorySize;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.BooleanSupplier;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Limits how many requests are worked on at once: of the public, of staff, and of each client. A
 * request beyond the limit, or one that would wait for the database in vain, is told when to come
 * back, before anything else is done for it. Without the limit an overloaded service works on all
 * requests a little, and on none in the time that its client waits.
 *
 * <p>A request is counted when its body has arrived, and until its answer begins: a stream of
 * events is no work. Health checks and metrics are always answered, and sockets are let in, since
 * the service that opens them limits them.
 */
@Singleton
class RequestLimit {

  /** After the headers that every answer has, before everything that costs something. */
  private static final int EARLY = -900;

  private static final int UNAVAILABLE = HttpResponseStatus.SERVICE_UNAVAILABLE.code();
  private static final int LENGTH_REQUIRED = HttpResponseStatus.LENGTH_REQUIRED.code();
  private static final String ABOUT_THE_PROCESS = "/q/";
  private static final Duration SHORTEST_WAIT = Duration.ofSeconds(2);
  private static final Duration LONGEST_WAIT = Duration.ofSeconds(60);

  /** A client that leaves before it is answered is not always noticed. */
  private static final Duration LONGEST_COUNTED = Duration.ofSeconds(30);

  private final BodyLimits bodyLimits;
  private final RequestPaths publicPaths;
  private final RequestPaths socketPaths;
  private final RequestPool ofPublic;
  private final RequestPool ofStaff;
  private final Duration longestCounted;
  private final RetryAfterSchedule schedule;
  private final BooleanSupplier databaseCrowded;
  private final MeterRegistry metrics;

  @Inject
  RequestLimit(
      RequestConfig config,
      @ConfigProperty(name = "quarkus.http.limits.max-body-size") MemorySize longestBody,
      Transactions transactions,
      MeterRegistry metrics) {
    this(
        config,
        longestBody.asLongValue(),
        LONGEST_COUNTED,
        new RetryAfterSchedule(
            config.backPerSecond(), SHORTEST_WAIT, LONGEST_WAIT, System::nanoTime),
        transactions::areCrowded,
        metrics);
  }

  RequestLimit(
      RequestConfig config,
      long longestBody,
      Duration longestCounted,
      RetryAfterSchedule schedule,
      BooleanSupplier databaseCrowded,
      MeterRegistry metrics) {
    this.bodyLimits =
        new BodyLimits(longestBody, config.body().within(), config.body().slowest().asLongValue());
    this.publicPaths = new RequestPaths(config.publicPaths().orElse(Set.of()));
    this.socketPaths = new RequestPaths(config.socketPaths().orElse(Set.of()));
    this.longestCounted = longestCounted;
    this.schedule = schedule;
    this.databaseCrowded = databaseCrowded;
    this.metrics = metrics;
    this.ofPublic = pool("public", config, longestBody);
    this.ofStaff = pool("staff", config, longestBody);
  }

  private RequestPool pool(String name, RequestConfig config, long longestBody) {
    RequestPool pool =
        RequestPool.of(
            config.mostAtOnce(),
            config.mostPerClient(),
            config.body().mostBytes().asLongValue(),
            longestBody);
    Tags tags = Tags.of("of", name);
    metrics.gauge("casewire.requests.open", tags, pool.working(), ClientShares::held);
    metrics.gauge("casewire.requests.receiving", tags, pool.receiving(), ClientShares::held);
    return pool;
  }

  void install(@Observes Router router) {
    router.route().order(EARLY).handler(this::receive);
  }

  private void receive(RoutingContext context) {
    HttpServerRequest request = context.request();
    String path = context.normalizedPath();
    if (BodyReception.announced(request) > bodyLimits.longest()) {
      UnreadBody.close(context);
      context.fail(Problem.tooLarge(bodyLimits.longest()));
    } else if (BodyReception.lacksLength(request)) {
      context.vertx().runOnContext(ignored -> receiveEmpty(context, path));
    } else if (path.startsWith(ABOUT_THE_PROCESS) || isSocket(path, request)) {
      context.next();
    } else {
      receive(context, path);
    }
  }

  private void receiveEmpty(RoutingContext context, String path) {
    if (Http2End.isWithoutBody(context.request())) {
      receive(context, path);
    } else {
      UnreadBody.close(context);
      context.fail(LENGTH_REQUIRED);
    }
  }

  private void receive(RoutingContext context, String path) {
    RequestPool pool = publicPaths.contain(path) ? ofPublic : ofStaff;
    String client = ClientAddress.of(context.request());
    Claim claim = databaseCrowded.getAsBoolean() ? Claim.ALL_FULL : pool.working().check(client, 1);
    boolean bodyAwaited = BodyReception.isAwaitedFrom(context.request());
    if (claim != Claim.GRANTED) {
      if (bodyAwaited) {
        UnreadBody.discard(context);
      }
      refuse(context, claim);
    } else if (bodyAwaited) {
      new BodyReception(
              context,
              bodyLimits,
              pool,
              client,
              refusal -> refuse(context, refusal),
              body -> work(context, pool, client, body::release))
          .start();
    } else {
      work(context, pool, client, () -> {});
    }
  }

  private boolean isSocket(String path, HttpServerRequest request) {
    return request.method() == HttpMethod.GET
        && request.headers().contains(HttpHeaders.UPGRADE, HttpHeaderValues.WEBSOCKET, true)
        && socketPaths.contain(path);
  }

  private void work(RoutingContext context, RequestPool pool, String client, Runnable releaseBody) {
    Claim claim = pool.working().claim(client, 1);
    if (claim != Claim.GRANTED) {
      refuse(context, claim);
      return;
    }
    AtomicBoolean counted = new AtomicBoolean(true);
    Runnable leave =
        () -> {
          if (counted.getAndSet(false)) {
            pool.working().release(client, 1);
            releaseBody.run();
          }
        };
    long limit = context.vertx().setTimer(longestCounted.toMillis(), ignored -> leave.run());
    context.addHeadersEndHandler(
        ignored -> {
          context.vertx().cancelTimer(limit);
          leave.run();
          delayReturn(context.response());
        });
    context.addEndHandler(ignored -> leave.run());
    context.next();
  }

  /** A client over its own share waits for a fixed time; the schedule is for a full replica. */
  private void refuse(RoutingContext context, Claim claim) {
    boolean clientFull = claim == Claim.CLIENT_FULL;
    metrics.counter("casewire.requests.refused", "by", clientFull ? "client" : "all").increment();
    context.fail(
        clientFull ? Problem.tooMany(SHORTEST_WAIT) : Problem.unavailable(schedule.next()));
  }

  /** An outage fails all requests at once, and they must not come back at once either. */
  private void delayReturn(HttpServerResponse response) {
    String asked = response.headers().get(HttpHeaderNames.RETRY_AFTER);
    if (asked != null && response.getStatusCode() == UNAVAILABLE) {
      long next = schedule.next().toSeconds();
      if (next > Long.parseLong(asked)) {
        response.putHeader(HttpHeaderNames.RETRY_AFTER, Long.toString(next));
      }
    }
  }
}
