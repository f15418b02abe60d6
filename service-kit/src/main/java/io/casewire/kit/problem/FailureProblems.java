package io.casewire.kit.problem;

import io.casewire.kit.transaction.Faults;
import io.casewire.kit.transaction.ReadTimeoutException;
import io.quarkus.hibernate.validator.runtime.jaxrs.ResteasyReactiveViolationException;
import io.quarkus.oidc.OIDCException;
import io.quarkus.security.AuthenticationException;
import io.quarkus.security.ForbiddenException;
import io.quarkus.security.UnauthorizedException;
import jakarta.ws.rs.WebApplicationException;
import java.time.Duration;

/** The one table from failures to problems. */
final class FailureProblems {

  /** About the time in which a database comes back after a restart. */
  private static final Duration RETRY_AFTER_OUTAGE = Duration.ofSeconds(5);

  private FailureProblems() {}

  static Problem of(Throwable failure) {
    return switch (failure) {
      case Problem problem -> problem;
      case ResteasyReactiveViolationException e -> ConstraintProblems.of(e);
      case UnauthorizedException e -> Problem.unauthenticated();
      case AuthenticationException e -> Problem.unauthenticated();
      case ForbiddenException e -> StatusProblems.of(403);
      case WebApplicationException e -> StatusProblems.of(e.getResponse().getStatus());
      case OIDCException e -> Problem.unavailable(RETRY_AFTER_OUTAGE); // the issuer is away
      case ReadTimeoutException e -> tooSlow(e.longest());
      default ->
          Faults.isTransient(failure)
              ? Problem.unavailable(RETRY_AFTER_OUTAGE)
              : StatusProblems.internal();
    };
  }

  private static Problem tooSlow(Duration longest) {
    return Problem.of(
            503,
            "too-slow",
            "The answer takes too long",
            "Reading was stopped after %d ms. Ask for less, or again after the time in Retry-After."
                .formatted(longest.toMillis()))
        .withRetryAfter(RETRY_AFTER_OUTAGE);
  }
}
