package io.casewire.routing.desk;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.casewire.events.CaseStatus;
import io.casewire.kit.etag.ETags;
import io.casewire.kit.id.Ids;
import io.casewire.kit.idempotency.Idempotency;
import io.casewire.kit.idempotency.RequestKey;
import io.casewire.kit.idempotency.RequestKeys;
import io.casewire.kit.identity.Caller;
import io.casewire.kit.identity.Role;
import io.casewire.kit.problem.Problem;
import io.casewire.kit.problem.Violation;
import io.casewire.kit.redaction.Redacted;
import io.casewire.kit.redaction.Redactor;
import io.casewire.kit.transaction.Transactions;
import io.casewire.routing.casework.CaseItem;
import io.casewire.routing.life.StaffCommand;
import io.quarkus.security.identity.SecurityIdentity;
import io.smallrye.common.annotation.Blocking;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.jboss.resteasy.reactive.RestHeader;
import org.jboss.resteasy.reactive.RestPath;
import org.jspecify.annotations.Nullable;

/**
 * The commands that staff give about a case. What they write is searched for secrets, which needs
 * worker threads; a client that repeats such a request with its key writes once.
 */
@Path("/api/v1/cases/{caseId}")
@RolesAllowed(Role.Names.AGENT)
class CaseCommandResource {

  private static final int CREATED = 201;

  private final CaseCommands commands;
  private final Transactions transactions;
  private final Redactor redactor;
  private final Idempotency idempotency;
  private final RequestKeys keys;
  private final SecurityIdentity identity;

  CaseCommandResource(
      CaseCommands commands,
      Transactions transactions,
      Redactor redactor,
      Idempotency idempotency,
      RequestKeys keys,
      SecurityIdentity identity) {
    this.commands = commands;
    this.transactions = transactions;
    this.redactor = redactor;
    this.idempotency = idempotency;
    this.keys = keys;
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
    return move(caseId, ifMatch, body.command());
  }

  /** Gives back what was assigned to oneself. It keeps its turn. */
  @POST
  @Path("/decline")
  @APIResponse(
      responseCode = "200",
      content = @Content(schema = @Schema(implementation = CaseItem.class)))
  public Uni<Response> decline(
      @RestPath String caseId, @RestHeader(HttpHeaders.IF_MATCH) @Nullable String ifMatch) {
    return move(caseId, ifMatch, new StaffCommand.Decline());
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
    return move(caseId, ifMatch, body.command());
  }

  /** Answers the customer through the channel he last wrote through. */
  @POST
  @Path("/replies")
  @Blocking
  @APIResponse(
      responseCode = "201",
      content = @Content(schema = @Schema(implementation = ReplyAnswer.class)))
  public Uni<Response> reply(
      @RestPath String caseId,
      @RestHeader(HttpHeaders.IF_MATCH) @Nullable String ifMatch,
      @Valid @NotNull ReplyBody body) {
    UUID id = Ids.next();
    CaseStatus then = body.checkedThen();
    Redacted text = redactor.redact(body.text());
    return write(
        caseId,
        ifMatch,
        new StaffCommand.Reply(id, text.text(), then),
        ReplyAnswer.class,
        new ReplyAnswer(id, kinds(text)));
  }

  /** Writes something down that the customer never sees. */
  @POST
  @Path("/notes")
  @Blocking
  @APIResponse(
      responseCode = "201",
      content = @Content(schema = @Schema(implementation = NoteAnswer.class)))
  public Uni<Response> note(
      @RestPath String caseId,
      @RestHeader(HttpHeaders.IF_MATCH) @Nullable String ifMatch,
      @Valid @NotNull NoteBody body) {
    UUID id = Ids.next();
    Redacted text = redactor.redact(body.text());
    return write(
        caseId,
        ifMatch,
        new StaffCommand.AddNote(id, text.text()),
        NoteAnswer.class,
        new NoteAnswer(id, kinds(text)));
  }

  private Uni<Response> move(String caseId, @Nullable String ifMatch, StaffCommand command) {
    CommandRequest request = CommandRequest.of(caseId, Caller.of(identity), ifMatch, command);
    return transactions
        .write(unitOfWork -> commands.carryOut(unitOfWork, request))
        .map(
            theCase ->
                Response.ok(theCase.item())
                    .header(HttpHeaders.ETAG, ETags.of(theCase.version()))
                    .build());
  }

  private <T> Uni<Response> write(
      String caseId, @Nullable String ifMatch, StaffCommand command, Class<T> type, T answer) {
    CommandRequest request = CommandRequest.of(caseId, Caller.of(identity), ifMatch, command);
    RequestKey key = keys.forCaller("staff " + request.by().agentId());
    return idempotency
        .once(key, type, unitOfWork -> commands.carryOut(unitOfWork, request).replaceWith(answer))
        .map(outcome -> outcome.respond(CREATED, outcome.value()).build());
  }

  private static List<String> kinds(Redacted text) {
    return text.findings().stream().map(finding -> finding.kind().wireName()).toList();
  }

  /**
   * To whom or where a case is to go; exactly one of both.
   *
   * @param force also to an agent who is offline
   */
  record AssignmentBody(
      @Nullable String agentId, @Nullable String queueId, @Nullable Boolean force) {

    StaffCommand command() {
      if ((agentId == null) == (queueId == null)) {
        throw Problem.invalid(Violation.WHOLE_INPUT, "must have either agentId or queueId");
      }
      return agentId == null
          ? new StaffCommand.Enqueue(Objects.requireNonNull(queueId))
          : new StaffCommand.Assign(agentId, Boolean.TRUE.equals(force));
    }
  }

  /**
   * Where to.
   *
   * @param reason for people; it is not kept in this version
   * @param wakeAt with {@code pending} only: when it opens again by itself
   */
  record StatusBody(
      @NotNull CaseStatus to, @Nullable @Size(max = 500) String reason, @Nullable Instant wakeAt) {

    /** The instant is as exact as the database keeps it, else its timer would not know it again. */
    StaffCommand command() {
      return new StaffCommand.SetStatus(
          to, wakeAt == null ? null : wakeAt.truncatedTo(ChronoUnit.MICROS));
    }
  }

  /**
   * An answer to the customer.
   *
   * @param attachments none in this version: better refused than lost
   * @param then {@code pending} or {@code resolved}, to move the case with the answer
   */
  record ReplyBody(
      @NotBlank @Size(max = 100_000) String text,
      @Nullable @Size(max = 0, message = "can't be sent with a reply yet")
          List<Map<String, Object>> attachments,
      @Nullable CaseStatus then) {

    @Nullable CaseStatus checkedThen() {
      if (then != null && then != CaseStatus.PENDING && then != CaseStatus.RESOLVED) {
        throw Problem.invalid("then", "must be one of pending, resolved");
      }
      return then;
    }
  }

  /** A note. */
  record NoteBody(@NotBlank @Size(max = 100_000) String text) {}

  /**
   * The message that the customer gets.
   *
   * @param redacted the kinds of secrets that were taken out of the text; absent if there were none
   */
  record ReplyAnswer(
      UUID messageId, @JsonInclude(JsonInclude.Include.NON_EMPTY) List<String> redacted) {
    ReplyAnswer {
      redacted = redacted == null ? List.of() : List.copyOf(redacted);
    }
  }

  /**
   * The note that was kept.
   *
   * @param redacted the kinds of secrets that were taken out of the text; absent if there were none
   */
  record NoteAnswer(
      UUID noteId, @JsonInclude(JsonInclude.Include.NON_EMPTY) List<String> redacted) {
    NoteAnswer {
      redacted = redacted == null ? List.of() : List.copyOf(redacted);
    }
  }
}
