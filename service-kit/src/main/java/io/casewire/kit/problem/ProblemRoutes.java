package io.casewire.kit.problem;

import io.netty.handler.codec.http.HttpResponseStatus;
import io.quarkus.runtime.configuration.MemorySize;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.core.http.HttpVersion;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.resteasy.reactive.server.vertx.VertxInputStream;

/** Answers what fails outside of REST endpoints with problems, too. */
@Singleton
class ProblemRoutes {

  /** Just before and after the framework's own limit, which answers without a body. */
  private static final int BEFORE_FRAMEWORK_LIMIT = -3;

  private static final int AFTER_FRAMEWORK_LIMIT = -1;
  private static final long LINGER_MILLIS = 1_000;

  /** RFC 9113, section 8.1: the answer is complete and the rest of the request is not needed. */
  private static final long NO_ERROR = 0;

  private static final int LAST = Integer.MAX_VALUE - 1;

  private final ProblemRenderer renderer;
  private final long maximumBody;

  ProblemRoutes(
      ProblemRenderer renderer,
      @ConfigProperty(name = "quarkus.http.limits.max-body-size") MemorySize maximumBody) {
    this.renderer = renderer;
    this.maximumBody = maximumBody.asLongValue();
  }

  void install(@Observes Router router) {
    router.route().order(BEFORE_FRAMEWORK_LIMIT).handler(this::limitBody);
    router.route().order(AFTER_FRAMEWORK_LIMIT).handler(ProblemRoutes::leaveLimitToBodyLimit);
    router.route().order(LAST).handler(context -> answer(context, Problem.notFound()));
    router.route().order(LAST).failureHandler(this::answerFailure);
  }

  private void limitBody(RoutingContext context) {
    String length = context.request().getHeader(HttpHeaders.CONTENT_LENGTH);
    if (length == null) {
      stopReadingExcess(context);
      context.next();
    } else if (Long.parseLong(length) > maximumBody) {
      stopReadingExcess(context);
      answer(context, Problem.tooLarge(maximumBody));
    } else {
      context.next();
    }
  }

  /** After a 413 or 503, ends a body that nobody reads; yet not before the client can read why. */
  private static void stopReadingExcess(RoutingContext context) {
    HttpServerRequest request = context.request();
    HttpServerResponse response = context.response();
    context.addHeadersEndHandler(
        ignored -> {
          if (isRefused(response) && request.version() != HttpVersion.HTTP_2) {
            response.putHeader(HttpHeaders.CONNECTION, HttpHeaders.CLOSE);
          }
        });
    context.addEndHandler(
        ignored -> {
          if (isRefused(response)) {
            discardRest(context);
          }
        });
  }

  private static boolean isRefused(HttpServerResponse response) {
    int status = response.getStatusCode();
    return status == HttpResponseStatus.REQUEST_ENTITY_TOO_LARGE.code()
        || status == HttpResponseStatus.SERVICE_UNAVAILABLE.code();
  }

  private static void discardRest(RoutingContext context) {
    HttpServerRequest request = context.request();
    if (request.version() == HttpVersion.HTTP_2) {
      context.response().reset(NO_ERROR);
      return;
    }
    if (!request.isEnded()) {
      request.handler(ignored -> {}).resume();
    }
    context.vertx().setTimer(LINGER_MILLIS, ignored -> request.connection().close());
  }

  private static void leaveLimitToBodyLimit(RoutingContext context) {
    context.remove(VertxInputStream.MAX_REQUEST_SIZE_KEY);
    context.next();
  }

  private void answerFailure(RoutingContext context) {
    Throwable failure = context.failure();
    answer(context, failure == null ? StatusProblems.of(context.statusCode()) : failure);
  }

  private void answer(RoutingContext context, Throwable failure) {
    HttpServerResponse response = context.response();
    if (response.headWritten()) {
      response.reset();
      return;
    }
    RenderedProblem problem = renderer.render(failure, context);
    response.setStatusCode(problem.status());
    problem.headers().forEach(response::putHeader);
    response.putHeader(HttpHeaders.CONTENT_TYPE, problem.mediaType());
    response.end(Buffer.buffer(problem.body()));
  }
}
