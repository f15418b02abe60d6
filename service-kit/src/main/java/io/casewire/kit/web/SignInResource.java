package io.casewire.kit.web;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.quarkus.resteasy.reactive.server.EndpointDisabled;
import io.quarkus.security.Authenticated;
import io.vertx.ext.web.RoutingContext;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import org.eclipse.microprofile.openapi.annotations.Operation;

/**
 * Where browsers of staff come by on their way in and out. OIDC answers before the methods run:
 * they exist because it looks only at requests to protected endpoints.
 */
@Path("/")
@EndpointDisabled(
    name = "quarkus.oidc.application-type",
    stringValue = "service",
    disableIfMissing = true)
class SignInResource {

  private final Pages pages;

  SignInResource(Pages pages) {
    this.pages = pages;
  }

  @CheckedTemplate(basePath = "kit", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
  record SignedOut() implements TemplateInstance {}

  /** The issuer sends the browser here with a code; OIDC sends it on to the page it came from. */
  @GET
  @Path("signed-in")
  @Authenticated
  @Operation(hidden = true)
  public Response signedIn() {
    return Response.seeOther(URI.create("/")).build();
  }

  /** OIDC ends the session here and at the issuer. */
  @GET
  @Path("sign-out")
  @Authenticated
  @Operation(hidden = true)
  public Response signOut() {
    return Response.seeOther(URI.create("/signed-out")).build();
  }

  /** Where the issuer sends the browser after that. */
  @GET
  @Path("signed-out")
  @PermitAll
  @Produces(MediaType.TEXT_HTML)
  @Operation(hidden = true)
  public TemplateInstance signedOut(RoutingContext request) {
    return pages.open(request, new SignedOut());
  }
}
