package io.casewire.intake.email;

import io.casewire.events.envelope.Cause;
import io.casewire.kit.id.Ids;
import io.casewire.kit.identity.Role;
import io.casewire.kit.problem.Problem;
import io.casewire.kit.telemetry.Traces;
import io.smallrye.mutiny.Uni;
import io.vertx.ext.web.RoutingContext;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import java.util.UUID;
import org.jboss.resteasy.reactive.RestPath;

/** Where a supervisor lets a mail go that was held back. */
@Path("/api/v1/quarantine/{quarantineId}/release")
@RolesAllowed(Role.Names.SUPERVISOR)
class ReleaseResource {

  private final MailRelease releases;

  ReleaseResource(MailRelease releases) {
    this.releases = releases;
  }

  /** Takes the mail as one that a person wrote; done again, it answers {@code duplicate}. */
  @POST
  @Produces(MediaType.APPLICATION_JSON)
  public Uni<MailAnswer> release(@RestPath String quarantineId, @Context RoutingContext request) {
    Cause cause = Cause.of(Ids.next().toString(), Traces.traceparent().orElse(null));
    return releases.release(uuid(quarantineId), cause, request);
  }

  private static UUID uuid(String text) {
    try {
      return UUID.fromString(text);
    } catch (IllegalArgumentException e) {
      throw Problem.notFound();
    }
  }
}
