package io.casewire.kit.problem;

import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.core.MediaType;
import java.lang.annotation.Annotation;
import org.jboss.resteasy.reactive.server.ServerResponseFilter;

/** Gives a body to errors that were answered without one. */
class BareErrorFilter {

  private final ProblemRenderer renderer;

  BareErrorFilter(ProblemRenderer renderer) {
    this.renderer = renderer;
  }

  @ServerResponseFilter
  void filter(ContainerResponseContext response) {
    if (response.getStatus() >= 400 && !response.hasEntity()) {
      RenderedProblem problem = renderer.render(StatusProblems.of(response.getStatus()));
      problem.headers().forEach(response.getHeaders()::putSingle);
      response.setEntity(
          problem.body(), new Annotation[0], MediaType.valueOf(RenderedProblem.MEDIA_TYPE));
    }
  }
}
