package io.casewire.intake.quarantine;

import io.casewire.kit.identity.Role;
import io.casewire.kit.paging.Page;
import io.casewire.kit.paging.PageRequest;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

/** Mail that waits for a person to look at it. */
@Path("/api/v1/quarantine")
@RolesAllowed(Role.Names.SUPERVISOR)
class QuarantineResource {

  private final QuarantineList list;

  QuarantineResource(QuarantineList list) {
    this.list = list;
  }

  /** A page of it, newest first. */
  @GET
  @Produces(MediaType.APPLICATION_JSON)
  public Uni<Page<QuarantineItem>> list(
      @RestQuery @Nullable String limit, @RestQuery @Nullable String cursor) {
    return list.page(PageRequest.of(limit, cursor));
  }
}
