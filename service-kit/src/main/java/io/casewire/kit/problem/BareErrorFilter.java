package io.casewire.kit.problem;

import io.quarkus.vertx.http.runtime.CurrentVertxRequest;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.core.MediaType;
import java.lang.annotation.Annotation;
import org.jboss.resteasy.reactive.server.ServerResponseFilter;

/** Gives a body to errors that were answered without one. */
class BareErrorFilter {

  private final ProblemRenderer renderer;
  private final CurrentVertxRequest request;

  BareErrorFilter(ProblemRenderer renderer, CurrentVertxRequest request) {
    this.renderer = renderer;
    this.request = request;
  }

  @ServerResponseFilter
  void filter(ContainerResponseContext response) {
    if (response.getStatus() >= 400 && !response.hasEntity()) {
      RenderedProblem problem =
          renderer.render(StatusProblems.of(response.getStatus()), request.getCurrent());
      problem.headers().forEach(response.getHeaders()::putSingle);
      response.setEntity(problem.body(), new Annotation[0], MediaType.valueOf(problem.mediaType()));
    }
  }
}
