package io.casewire.intake.request;

import io.casewire.intake.access.CustomerLinks;
import io.casewire.intake.conversation.OpenedCase;
import io.casewire.intake.ratelimit.SenderLimits;
import io.casewire.kit.idempotency.Outcome;
import io.casewire.kit.idempotency.RequestKeys;
import io.casewire.kit.identity.Channel;
import io.casewire.kit.mail.EmailAddress;
import io.casewire.kit.web.ClientAddress;
import io.quarkus.security.identity.SecurityIdentity;
import io.smallrye.common.annotation.Blocking;
import io.smallrye.mutiny.Uni;
import io.vertx.core.http.HttpServerRequest;
import jakarta.annotation.security.PermitAll;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;

/** The public form's endpoint. */
@Path("/api/v1/requests")
@PermitAll
class RequestResource {

  private static final int CREATED = 201;
  private static final String OPENED = "opened";

  private final RequestIntake intake;
  private final SenderLimits limits;
  private final RequestKeys keys;
  private final CustomerLinks links;
  private final SecurityIdentity identity;

  RequestResource(
      RequestIntake intake,
      SenderLimits limits,
      RequestKeys keys,
      CustomerLinks links,
      SecurityIdentity identity) {
    this.intake = intake;
    this.limits = limits;
    this.keys = keys;
    this.links = links;
    this.identity = identity;
  }

  /** The answer to a request that is a case now. */
  record RequestAnswer(
      UUID caseId, String caseNumber, UUID messageId, String outcome, String trackingUrl) {}

  /**
   * Makes a case of a request. On a worker thread, because a body may be megabytes and reading it
   * takes its time.
   */
  @POST
  @Consumes(MediaType.APPLICATION_JSON)
  @Produces(MediaType.APPLICATION_JSON)
  @Blocking
  @APIResponse(
      responseCode = "201",
      content =
          @Content(
              mediaType = MediaType.APPLICATION_JSON,
              schema = @Schema(implementation = RequestAnswer.class)))
  public Uni<Response> post(@Valid @NotNull RequestBody body, HttpServerRequest request) {
    EmailAddress address = body.address();
    if (Channel.of(identity).isEmpty()) {
      limits.countRequest(ClientAddress.of(request), address.value());
    }
    return intake.take(body, keys.forCaller("customer " + address.value())).map(this::respond);
  }

  private Response respond(Outcome<OpenedCase> outcome) {
    OpenedCase opened = outcome.value();
    RequestAnswer answer =
        new RequestAnswer(
            opened.caseId(),
            opened.caseNumber(),
            opened.messageId(),
            OPENED,
            links.formLink(opened));
    return outcome.respond(CREATED, answer).build();
  }
}
