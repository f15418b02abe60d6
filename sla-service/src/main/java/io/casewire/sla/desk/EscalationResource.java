package io.casewire.sla.desk;

import io.casewire.events.envelope.Cause;
import io.casewire.kit.id.Ids;
import io.casewire.kit.identity.Caller;
import io.casewire.kit.identity.Role;
import io.casewire.kit.paging.Page;
import io.casewire.kit.paging.PageRequest;
import io.casewire.kit.problem.Problem;
import io.casewire.kit.redaction.Redactor;
import io.casewire.kit.telemetry.Traces;
import io.quarkus.security.identity.SecurityIdentity;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

/** The levels of escalation chains that were reached. */
@Path("/api/v1/escalations")
@Tag(name = "Escalations")
@RolesAllowed(Role.Names.AGENT)
class EscalationResource {

  private static final int LONGEST_REASON = 500;

  private final EscalationDesk escalations;
  private final Redactor redactor;
  private final SecurityIdentity identity;

  EscalationResource(EscalationDesk escalations, Redactor redactor, SecurityIdentity identity) {
    this.escalations = escalations;
    this.redactor = redactor;
    this.identity = identity;
  }

  @GET
  @Operation(
      operationId = "listEscalations",
      summary = "Escalations of the cases that the caller may see, the newest first")
  public Uni<Page<EscalationItem>> list(
      @Parameter(description = "A case, by id or number") @RestQuery @Nullable String caseId,
      @Parameter(description = "The most items, up to 200") @RestQuery @Nullable String limit,
      @Parameter(description = "The nextCursor of the page before") @RestQuery
          @Nullable String cursor) {
    return escalations.list(Caller.of(identity), caseId, PageRequest.of(limit, cursor));
  }

  @POST
  @Path("/{escalationId}/acknowledge")
  @Operation(
      operationId = "acknowledgeEscalation",
      summary = "Takes an escalation up: its clock climbs no further")
  public Uni<EscalationItem> acknowledge(
      @RestPath String escalationId, @Valid @NotNull Acknowledgement body) {
    Cause cause = Cause.of(Ids.next().toString(), Traces.traceparent().orElse(null));
    return escalations.acknowledge(
        Caller.of(identity), id(escalationId), redactor.redact(body.reason()).text(), cause);
  }

  private static UUID id(String escalationId) {
    try {
      return UUID.fromString(escalationId);
    } catch (IllegalArgumentException _) {
      throw Problem.notFound();
    }
  }

  /**
   * Somebody takes an escalation up.
   *
   * @param reason what he does about it
   */
  @Schema(name = "Acknowledgement")
  record Acknowledgement(@NotBlank @Size(max = LONGEST_REASON) String reason) {}
}
