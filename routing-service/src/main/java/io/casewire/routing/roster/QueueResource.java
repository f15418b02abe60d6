package io.casewire.routing.roster;

import io.casewire.events.envelope.Cause;
import io.casewire.kit.id.Ids;
import io.casewire.kit.identity.Role;
import io.casewire.kit.redaction.Redactor;
import io.casewire.kit.telemetry.Traces;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;
import org.jboss.resteasy.reactive.RestPath;

/** The queues: which cases they take and how they choose an agent. */
@Path("/api/v1/queues/{queueId}")
class QueueResource {

  private final QueueDesk queues;
  private final Redactor redactor;

  QueueResource(QueueDesk queues, Redactor redactor) {
    this.queues = queues;
    this.redactor = redactor;
  }

  /** A queue, for any staff. */
  @GET
  @RolesAllowed(Role.Names.AGENT)
  public Uni<QueueView> get(@RestPath String queueId) {
    return queues.get(queueId);
  }

  /** Defines a queue, anew or for the first time. */
  @PUT
  @RolesAllowed(Role.Names.SUPERVISOR)
  public Uni<Response> put(@RestPath String queueId, @Valid @NotNull QueueBody body) {
    Cause cause = Cause.of(Ids.next().toString(), Traces.traceparent().orElse(null));
    return queues.define(queueId, body.redacted(redactor), cause).map(Put::respond);
  }
}
