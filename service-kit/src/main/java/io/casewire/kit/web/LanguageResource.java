package io.casewire.kit.web;

import io.casewire.kit.problem.Problem;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.NewCookie;
import jakarta.ws.rs.core.Response;
import java.time.Duration;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

/** Lets a reader choose the language of the pages. */
@Path("/language/{tag}")
class LanguageResource {

  private static final Duration KEPT = Duration.ofDays(365);

  /** Remembers the choice and goes back to where the reader was. */
  @GET
  @PermitAll
  @Operation(hidden = true)
  public Response choose(@RestPath String tag, @RestQuery @Nullable String back) {
    Language language = Language.of(tag).orElseThrow(Problem::notFound);
    return Response.seeOther(LocalAddress.of(back)).cookie(cookie(language)).build();
  }

  private static NewCookie cookie(Language language) {
    return new NewCookie.Builder(Language.COOKIE)
        .value(language.tag())
        .path("/")
        .maxAge(Math.toIntExact(KEPT.toSeconds()))
        .sameSite(NewCookie.SameSite.LAX)
        .httpOnly(true)
        .build();
  }
}
