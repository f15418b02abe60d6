package io.casewire.kit.web;

import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpVersion;
import io.vertx.ext.web.RoutingContext;

/** The rest of a body that nothing reads, since the request was answered before it came. */
final class UnreadBody {

  /** A connection that is closed while its client still sends may take the answer with it. */
  private static final long LINGER_MILLIS = 1_000;

  /** RFC 9113, section 8.1: the answer is complete and the rest of the request is not needed. */
  private static final long NO_ERROR = 0;

  private UnreadBody() {}

  /** After the next answer, waits for the rest of a small body; else closes the connection. */
  static void discard(RoutingContext context) {
    long announced = BodyReception.announced(context.request());
    end(context, announced > 0 && announced <= BodyReception.SMALL_BYTES);
  }

  /** Closes the connection after the next answer. */
  static void close(RoutingContext context) {
    end(context, false);
  }

  private static void end(RoutingContext context, boolean mayStayOpen) {
    if (context.request().version() == HttpVersion.HTTP_2) {
      context.addEndHandler(ignored -> context.response().reset(NO_ERROR));
      return;
    }
    if (!mayStayOpen) {
      context.response().putHeader(HttpHeaders.CONNECTION, HttpHeaders.CLOSE);
    }
    context.addEndHandler(ignored -> linger(context, mayStayOpen));
  }

  private static void linger(RoutingContext context, boolean mayStayOpen) {
    HttpServerRequest request = context.request();
    if (!request.isEnded()) {
      request.handler(ignored -> {}).resume();
    }
    context
        .vertx()
        .setTimer(
            LINGER_MILLIS,
            ignored -> {
              if (!mayStayOpen || !request.isEnded()) {
                request.connection().close();
              }
            });
  }
}
