package io.casewire.sla.audit;

import io.casewire.kit.identity.Role;
import io.casewire.kit.paging.Page;
import io.casewire.kit.paging.PageRequest;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

/** What the promise that nobody is forgotten can be checked by. */
@Path("/api/v1/audit/forgotten")
@Tag(name = "Audit")
class ForgottenResource {

  private final Audit audit;

  ForgottenResource(Audit audit) {
    this.audit = audit;
  }

  @GET
  @RolesAllowed(Role.Names.SUPERVISOR)
  @Operation(
      operationId = "listForgottenCases",
      summary =
          "Open cases without an open clock, running clocks without a timer in time, timers without"
              + " a running clock, and clocks that are paused in open cases",
      description =
          "All pages are empty while all is well, apart from cases whose policy has no targets. A"
              + " page may be empty and still have a nextCursor.")
  public Uni<Page<Forgotten>> list(
      @Parameter(description = "The most items, up to 200") @RestQuery @Nullable String limit,
      @Parameter(description = "The nextCursor of the page before") @RestQuery
          @Nullable String cursor) {
    return audit.read(PageRequest.of(limit, cursor));
  }
}
