package io.casewire.intake.message;

import io.casewire.intake.access.Viewers;
import io.casewire.intake.conversation.PlacedMessage;
import io.casewire.kit.idempotency.Outcome;
import io.casewire.kit.idempotency.RequestKey;
import io.casewire.kit.idempotency.RequestKeys;
import io.smallrye.common.annotation.Blocking;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.PermitAll;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.jboss.resteasy.reactive.RestHeader;
import org.jboss.resteasy.reactive.RestPath;
import org.jspecify.annotations.Nullable;

/** Where a customer adds to his case. Agents answer through routing. */
@Path("/api/v1/cases/{caseId}/messages")
@PermitAll
class MessageResource {

  private static final int CREATED = 201;

  /**
   * The place of a message.
   *
   * @param caseId another than the one it was posted to if that had ended
   */
  record MessageAnswer(UUID messageId, UUID caseId, String caseNumber) {}

  private final Viewers viewers;
  private final RequestKeys keys;
  private final CustomerMessages messages;

  MessageResource(Viewers viewers, RequestKeys keys, CustomerMessages messages) {
    this.viewers = viewers;
    this.keys = keys;
    this.messages = messages;
  }

  /** Adds a message. On a worker thread, because a body may be megabytes. */
  @POST
  @Consumes(MediaType.APPLICATION_JSON)
  @Produces(MediaType.APPLICATION_JSON)
  @Blocking
  @APIResponse(
      responseCode = "201",
      content =
          @Content(
              mediaType = MediaType.APPLICATION_JSON,
              schema = @Schema(implementation = MessageAnswer.class)))
  public Uni<Response> post(
      @RestPath String caseId,
      @RestHeader(HttpHeaders.AUTHORIZATION) @Nullable String authorization,
      @Valid @NotNull MessageBody body) {
    RequestKey key = keys.forCaller("holder " + authorization);
    return viewers
        .of(authorization)
        .chain(viewer -> messages.add(caseId, viewer, body, key))
        .map(MessageResource::respond);
  }

  private static Response respond(Outcome<PlacedMessage> outcome) {
    PlacedMessage placed = outcome.value();
    MessageAnswer answer =
        new MessageAnswer(placed.messageId(), placed.caseId(), placed.caseNumber());
    return outcome.respond(CREATED, answer).build();
  }
}
