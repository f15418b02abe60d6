package io.casewire.sla.pages;

import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import org.eclipse.microprofile.openapi.annotations.Operation;

/** Leads whoever comes without a path to the board. */
@Path("/")
class StartPage {

  @GET
  @PermitAll
  @Operation(hidden = true)
  public Response start() {
    return Response.seeOther(URI.create("/clocks")).build();
  }
}
