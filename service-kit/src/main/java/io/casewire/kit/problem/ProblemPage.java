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
   * Whether the browser of somebody who has not signed in may be sent to where he can: not a
   * program's request, which needs to be told that it has no valid credentials.
   */
  boolean maySignIn(RoutingContext request);
}
