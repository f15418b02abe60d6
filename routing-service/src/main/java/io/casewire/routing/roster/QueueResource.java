package io.casewire.routing.roster;

import io.casewire.events.envelope.Cause;
import io.casewire.kit.definition.DefinitionVersion;
import io.casewire.kit.id.Ids;
import io.casewire.kit.identity.Caller;
import io.casewire.kit.identity.Role;
import io.casewire.kit.paging.Page;
import io.casewire.kit.paging.PageRequest;
import io.casewire.kit.redaction.Redactor;
import io.casewire.kit.telemetry.Traces;
import io.quarkus.security.identity.SecurityIdentity;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

/** The queues: which cases they take and how they choose an agent. */
@Path("/api/v1/queues")
class QueueResource {

  private final QueueDesk queues;
  private final Redactor redactor;
  private final SecurityIdentity identity;

  QueueResource(QueueDesk queues, Redactor redactor, SecurityIdentity identity) {
    this.queues = queues;
    this.redactor = redactor;
    this.identity = identity;
  }

  /** All queues as they are now, by id. */
  @GET
  @RolesAllowed(Role.Names.AGENT)
  public Uni<Page<QueueView>> list(
      @RestQuery @Nullable String limit, @RestQuery @Nullable String cursor) {
    return queues.list(PageRequest.of(limit, cursor));
  }

  /** A queue as it is now, or as a version says that a decision has named. */
  @GET
  @Path("/{queueId}")
  @RolesAllowed(Role.Names.AGENT)
  public Uni<QueueView> get(@RestPath String queueId, @RestQuery @Nullable String version) {
    return queues.get(queueId, DefinitionVersion.parse(version));
  }

  /** Defines a queue, anew or for the first time. */
  @PUT
  @Path("/{queueId}")
  @RolesAllowed(Role.Names.SUPERVISOR)
  public Uni<Response> put(@RestPath String queueId, @Valid @NotNull QueueBody body) {
    Cause cause = Cause.of(Ids.next().toString(), Traces.traceparent().orElse(null));
    return queues
        .define(queueId, body.redacted(redactor), Caller.of(identity).agentId(), cause)
        .map(Put::respond);
  }
}
