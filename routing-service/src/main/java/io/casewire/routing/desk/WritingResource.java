package io.casewire.routing.desk;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.casewire.kit.id.Ids;
import io.casewire.kit.idempotency.Idempotency;
import io.casewire.kit.idempotency.RequestKey;
import io.casewire.kit.idempotency.RequestKeys;
import io.casewire.kit.identity.Caller;
import io.casewire.kit.identity.Role;
import io.casewire.kit.redaction.Redacted;
import io.casewire.kit.redaction.Redactor;
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
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.jboss.resteasy.reactive.RestHeader;
import org.jboss.resteasy.reactive.RestPath;
import org.jspecify.annotations.Nullable;

/**
 * What staff write on a case. A client that repeats a request with its key writes it once. On
 * worker threads, because the text is searched for secrets.
 */
@Path("/api/v1/cases/{caseId}")
@RolesAllowed(Role.Names.AGENT)
class WritingResource {

  private static final int CREATED = 201;

  private final CaseDesk desk;
  private final Redactor redactor;
  private final Idempotency idempotency;
  private final RequestKeys keys;
  private final SecurityIdentity identity;

  WritingResource(
      CaseDesk desk,
      Redactor redactor,
      Idempotency idempotency,
      RequestKeys keys,
      SecurityIdentity identity) {
    this.desk = desk;
    this.redactor = redactor;
    this.idempotency = idempotency;
    this.keys = keys;
    this.identity = identity;
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
    ReplyBody reply = body.checked();
    UUID id = Ids.next();
    Redacted text = redactor.redact(reply.text());
    Order order =
        Order.of(caseId, Caller.of(identity), ifMatch, Wishes.reply(id, reply.then()))
            .writing(text);
    return once(order, ReplyAnswer.class, new ReplyAnswer(id, kinds(text)));
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
    Order order = Order.of(caseId, Caller.of(identity), ifMatch, Wishes.note(id)).writing(text);
    return once(order, NoteAnswer.class, new NoteAnswer(id, kinds(text)));
  }

  private <T> Uni<Response> once(Order order, Class<T> type, T answer) {
    RequestKey key = keys.forCaller("staff " + order.caller().agentId());
    return idempotency
        .once(key, type, unitOfWork -> desk.carryOut(unitOfWork, order).replaceWith(answer))
        .map(outcome -> outcome.respond(CREATED, outcome.value()).build());
  }

  private static List<String> kinds(Redacted text) {
    return text.findings().stream().map(finding -> finding.kind().wireName()).toList();
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
