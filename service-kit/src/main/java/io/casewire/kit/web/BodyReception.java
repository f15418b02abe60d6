package io.casewire.kit.web;

import io.casewire.kit.problem.Problem;
import io.casewire.kit.web.ClientShares.Claim;
import io.netty.handler.codec.http.HttpHeaderValues;
import io.netty.handler.codec.http.HttpResponseStatus;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpVersion;
import io.vertx.ext.web.RoutingContext;
import io.vertx.ext.web.impl.RoutingContextInternal;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;

/**
 * Receives the body of one request, before anything else is done for the request: a client that
 * sends slowly then holds no thread and no place among the requests that are worked on. A body that
 * is too large, or does not arrive in time, ends the request. Used on the request's event loop.
 */
final class BodyReception {

  /** These bytes are not counted, so that large bodies leave room for small ones. */
  static final long SMALL_BYTES = 16 * 1024;

  private static final Set<HttpMethod> WITH_BODY =
      Set.of(HttpMethod.POST, HttpMethod.PUT, HttpMethod.PATCH);

  private final RoutingContext context;
  private final BodyLimits limits;
  private final RequestPool pool;
  private final String client;
  private final Consumer<Claim> refuse;
  private final Consumer<BodyReception> arrived;
  private final Buffer body = Buffer.buffer();
  private final long begun = System.nanoTime();

  /** Bytes that are held. The answer may begin on another thread than it ends. */
  private final AtomicLong counted = new AtomicLong();

  private boolean receiving;
  private long timer;

  /**
   * @param refuse is told when there is no room for the body
   * @param arrived goes on with the request, and releases this when it is answered
   */
  BodyReception(
      RoutingContext context,
      BodyLimits limits,
      RequestPool pool,
      String client,
      Consumer<Claim> refuse,
      Consumer<BodyReception> arrived) {
    this.context = context;
    this.limits = limits;
    this.pool = pool;
    this.client = client;
    this.refuse = refuse;
    this.arrived = arrived;
  }

  /** Whether the request says that a body comes. */
  static boolean isAwaitedFrom(HttpServerRequest request) {
    return announced(request) > 0
        || request.version() != HttpVersion.HTTP_2
            && request.headers().contains(HttpHeaders.TRANSFER_ENCODING);
  }

  /**
   * Whether a body may come of which nothing is said. Over HTTP/2 its end can't be waited for: the
   * framework takes no request of which everything was read.
   */
  static boolean lacksLength(HttpServerRequest request) {
    return request.version() == HttpVersion.HTTP_2
        && WITH_BODY.contains(request.method())
        && !request.headers().contains(HttpHeaders.CONTENT_LENGTH);
  }

  /** The length that a request announces, or zero. */
  static long announced(HttpServerRequest request) {
    String length = request.getHeader(HttpHeaders.CONTENT_LENGTH);
    try {
      return length == null ? 0 : Long.parseLong(length);
    } catch (NumberFormatException e) {
      return 0;
    }
  }

  void start() {
    Claim claim = pool.receiving().claim(client, 1);
    if (claim != Claim.GRANTED) {
      UnreadBody.discard(context);
      refuse.accept(claim);
      return;
    }
    receiving = true;
    checkPace();
    context.addEndHandler(ignored -> release());
    HttpServerRequest request = context.request();
    if (request.headers().contains(HttpHeaders.EXPECT, HttpHeaderValues.CONTINUE, true)) {
      context.response().writeContinue();
    }
    request.handler(this::take).endHandler(ignored -> end()).resume();
  }

  /** Gives back all that is held for the body. Does nothing when called again. */
  void release() {
    stopReceiving();
    pool.bodyBytes().release(client, counted.getAndSet(0));
  }

  private void take(Buffer chunk) {
    if (!receiving) {
      return;
    }
    long length = body.length() + (long) chunk.length();
    if (length > limits.longest()) {
      giveUp(() -> context.fail(Problem.tooLarge(limits.longest())));
      return;
    }
    Claim claim = count(Math.max(0, length - SMALL_BYTES));
    if (claim != Claim.GRANTED) {
      giveUp(() -> refuse.accept(claim));
      return;
    }
    body.appendBuffer(chunk);
    if (body.length() == announced(context.request())) {
      context.request().pause();
      end();
    }
  }

  private Claim count(long bytes) {
    Claim claim = pool.bodyBytes().claim(client, bytes - counted.get());
    if (claim == Claim.GRANTED) {
      counted.set(bytes);
    }
    return claim;
  }

  private void end() {
    if (receiving) {
      stopReceiving();
      ((RoutingContextInternal) context).setBody(body);
      arrived.accept(this);
    }
  }

  private void checkPace() {
    long left = limits.allowedNanos(body.length()) - (System.nanoTime() - begun);
    if (left > 0) {
      long millis = Math.max(1, Duration.ofNanos(left).toMillis());
      timer = context.vertx().setTimer(millis, ignored -> checkPace());
    } else {
      giveUp(() -> context.fail(HttpResponseStatus.REQUEST_TIMEOUT.code()));
    }
  }

  private void giveUp(Runnable answer) {
    release();
    UnreadBody.close(context);
    answer.run();
  }

  private void stopReceiving() {
    if (receiving) {
      receiving = false;
      context.vertx().cancelTimer(timer);
      pool.receiving().release(client, 1);
    }
  }
}
