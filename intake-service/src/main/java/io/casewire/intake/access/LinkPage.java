package io.casewire.intake.access;

import io.casewire.kit.web.Pages;
import io.vertx.ext.web.RoutingContext;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.RestPath;

/** Where a customer's link leads. */
@Path("/cases/{token}")
@PermitAll
class LinkPage {

  private final CustomerLinks links;
  private final Pages pages;

  LinkPage(CustomerLinks links, Pages pages) {
    this.links = links;
    this.pages = pages;
  }

  /**
   * Gives the browser the token to keep and sends it on to the case, at an address that is no
   * secret. A forged, expired or truncated link gets the answer of a case that does not exist.
   */
  @GET
  @Produces(MediaType.TEXT_HTML)
  @Operation(hidden = true)
  public Response open(@RestPath String token, RoutingContext request) {
    return links
        .viewerOf(token)
        .map(customer -> toCase(customer.caseId(), token))
        .orElseGet(() -> CasePage.noAccess(pages, request));
  }

  private Response toCase(UUID caseId, String token) {
    return Response.seeOther(CustomerLinks.address(caseId))
        .cookie(links.cookie(caseId, token))
        .build();
  }
}
