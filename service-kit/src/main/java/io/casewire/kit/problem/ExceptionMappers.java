package io.casewire.kit.problem;

import io.quarkus.security.AuthenticationCompletionException;
import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.security.ForbiddenException;
import io.quarkus.security.UnauthorizedException;
import io.quarkus.vertx.http.runtime.security.ChallengeData;
import io.quarkus.vertx.http.runtime.security.HttpAuthenticator;
import io.smallrye.mutiny.Uni;
import io.vertx.ext.web.RoutingContext;
import jakarta.validation.ValidationException;
import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.NotAllowedException;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.util.Set;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;

/** Answers failures of REST endpoints with problems. */
class ExceptionMappers {

  private static final int UNAUTHORIZED = Response.Status.UNAUTHORIZED.getStatusCode();

  private final ProblemRenderer renderer;
  private final ProblemPage page;

  ExceptionMappers(ProblemRenderer renderer, ProblemPage page) {
    this.renderer = renderer;
    this.page = page;
  }

  /** Names each type that the framework maps by itself, since the nearest type wins. */
  @ServerExceptionMapper({
    Throwable.class,
    WebApplicationException.class,
    ValidationException.class,
    ForbiddenException.class,
    AuthenticationCompletionException.class
  })
  Response any(Throwable failure, RoutingContext request) {
    return response(renderer.render(failure, request));
  }

  @ServerExceptionMapper
  Response methodNotAllowed(NotAllowedException failure, RoutingContext request) {
    return methodNotAllowed(AllowedMethods.atCurrentPath(), request);
  }

  /** The framework forgets a path that matched when a shorter one of another class matches too. */
  @ServerExceptionMapper
  Response notFound(NotFoundException failure, RoutingContext request) {
    Set<String> methods = AllowedMethods.atCurrentPath();
    return methods.contains(HttpMethod.OPTIONS)
            && !methods.contains(request.request().method().name())
        ? methodNotAllowed(methods, request)
        : any(failure, request);
  }

  private Response methodNotAllowed(Set<String> methods, RoutingContext request) {
    Problem problem =
        StatusProblems.of(405).withHeader(HttpHeaders.ALLOW, String.join(", ", methods));
    return response(renderer.render(problem, request));
  }

  @ServerExceptionMapper({UnauthorizedException.class, AuthenticationFailedException.class})
  Uni<Response> notAuthenticated(SecurityException failure, RoutingContext request) {
    if (!page.maySignIn(request)) {
      return Uni.createFrom().item(() -> response(renderer.render(failure, request)));
    }
    return challenge(request)
        .map(
            challenge ->
                challenge == null || challenge.status == UNAUTHORIZED
                    ? response(renderer.render(failure, request))
                    : redirect(challenge))
        .onFailure()
        .recoverWithItem(() -> response(renderer.render(failure, request)));
  }

  /** Where browsers sign in by the code flow, the challenge is a redirect to the issuer. */
  private static Uni<ChallengeData> challenge(RoutingContext context) {
    HttpAuthenticator authenticator = context.get(HttpAuthenticator.class.getName());
    return authenticator.getChallenge(context);
  }

  private static Response redirect(ChallengeData challenge) {
    Response.ResponseBuilder response = Response.status(challenge.status);
    challenge.getHeaders().forEach((name, value) -> response.header(name.toString(), value));
    return response.build();
  }

  static Response response(RenderedProblem problem) {
    Response.ResponseBuilder response =
        Response.status(problem.status()).type(problem.mediaType()).entity(problem.body());
    problem.headers().forEach(response::header);
    return response.build();
  }
}
