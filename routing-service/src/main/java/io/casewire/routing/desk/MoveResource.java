package io.casewire.routing.desk;

import io.casewire.events.CaseStatus;
import io.casewire.kit.etag.ETags;
import io.casewire.kit.identity.Caller;
import io.casewire.kit.identity.Role;
import io.casewire.kit.problem.Problem;
import io.casewire.kit.problem.Violation;
import io.casewire.kit.transaction.Transactions;
import io.casewire.routing.casework.CaseEntity;
import io.casewire.routing.casework.CaseItem;
import io.quarkus.security.identity.SecurityIdentity;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.jboss.resteasy.reactive.RestHeader;
import org.jboss.resteasy.reactive.RestPath;
import org.jspecify.annotations.Nullable;

/** Moves a case: to somebody, to a queue, to another status. */
@Path("/api/v1/cases/{caseId}")
@RolesAllowed(Role.Names.AGENT)
class MoveResource {

  private final CaseDesk desk;
  private final Assignment assignment;
  private final Transactions transactions;
  private final SecurityIdentity identity;

  MoveResource(
      CaseDesk desk, Assignment assignment, Transactions transactions, SecurityIdentity identity) {
    this.desk = desk;
    this.assignment = assignment;
    this.transactions = transactions;
    this.identity = identity;
  }

  /** Gives the case to an agent, whatever he holds already, or puts it into a queue. */
  @POST
  @Path("/assignment")
  @APIResponse(
      responseCode = "200",
      content = @Content(schema = @Schema(implementation = CaseItem.class)))
  public Uni<Response> assign(
      @RestPath String caseId,
      @RestHeader(HttpHeaders.IF_MATCH) @Nullable String ifMatch,
      @Valid @NotNull AssignmentBody body) {
    if ((body.agentId() == null) == (body.queueId() == null)) {
      throw Problem.invalid(Violation.WHOLE_INPUT, "must have either agentId or queueId");
    }
    Caller caller = Caller.of(identity);
    return transactions
        .write(unitOfWork -> assignment.assign(unitOfWork, caseId, caller, ifMatch, body))
        .map(MoveResource::respond);
  }

  /** Gives back what was assigned to oneself. It keeps its turn. */
  @POST
  @Path("/decline")
  @APIResponse(
      responseCode = "200",
      content = @Content(schema = @Schema(implementation = CaseItem.class)))
  public Uni<Response> decline(
      @RestPath String caseId, @RestHeader(HttpHeaders.IF_MATCH) @Nullable String ifMatch) {
    return move(caseId, ifMatch, Wishes.decline());
  }

  /** Moves the case to another status. */
  @POST
  @Path("/status")
  @APIResponse(
      responseCode = "200",
      content = @Content(schema = @Schema(implementation = CaseItem.class)))
  public Uni<Response> status(
      @RestPath String caseId,
      @RestHeader(HttpHeaders.IF_MATCH) @Nullable String ifMatch,
      @Valid @NotNull StatusBody body) {
    return move(caseId, ifMatch, Wishes.status(body.to(), body.wakeUp()));
  }

  private Uni<Response> move(String caseId, @Nullable String ifMatch, Wish wish) {
    Order order = Order.of(caseId, Caller.of(identity), ifMatch, wish);
    return transactions
        .write(unitOfWork -> desk.carryOut(unitOfWork, order))
        .map(MoveResource::respond);
  }

  private static Response respond(CaseEntity theCase) {
    return Response.ok(theCase.item())
        .header(HttpHeaders.ETAG, ETags.of(theCase.version()))
        .build();
  }

  /**
   * Where to.
   *
   * @param reason for people; it is not kept in this version
   * @param wakeAt with {@code pending} only: when it opens again by itself
   */
  record StatusBody(
      @NotNull CaseStatus to, @Nullable @Size(max = 500) String reason, @Nullable Instant wakeAt) {

    /** As exactly as the database keeps it, else its timer would not know it again. */
    @Nullable Instant wakeUp() {
      return wakeAt == null ? null : wakeAt.truncatedTo(ChronoUnit.MICROS);
    }
  }
}
