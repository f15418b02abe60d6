package io.casewire.kit.problem;

import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;

/** Answers what fails outside of REST endpoints with problems, too. */
@Singleton
class ProblemRoutes {

  private static final int LAST = Integer.MAX_VALUE - 1;

  private final ProblemRenderer renderer;

  ProblemRoutes(ProblemRenderer renderer) {
    this.renderer = renderer;
  }

  void install(@Observes Router router) {
    router.route().order(LAST).handler(context -> answer(context, Problem.notFound()));
    router.route().order(LAST).failureHandler(this::answerFailure);
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
