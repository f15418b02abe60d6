package io.casewire.notification.listing;

import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import org.eclipse.microprofile.openapi.annotations.Operation;

/** Whoever comes to this service with a browser wants to read the log. */
@Path("/")
class StartResource {

  @GET
  @PermitAll
  @Operation(hidden = true)
  public Response start() {
    return Response.seeOther(URI.create(LogResource.ADDRESS)).build();
  }
}
