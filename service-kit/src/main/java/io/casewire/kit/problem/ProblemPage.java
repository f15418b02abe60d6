package io.casewire.kit.problem;

import io.vertx.ext.web.RoutingContext;
import java.util.Optional;

/** Shows problems to people. */
public interface ProblemPage {

  /**
   * The page for an error, or nothing if the request is not one of a person's browser.
   *
   * @param traceId what to tell the operators
   */
  Optional<String> render(RoutingContext request, int status, String traceId);

  /**
   * Whether a caller without a session may be sent to the sign-in page. A program may not: it has
   * to hear that its credentials are not valid.
   */
  boolean maySignIn(RoutingContext request);
}
