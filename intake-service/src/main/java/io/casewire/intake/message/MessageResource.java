package io.casewire.intake.message;

import io.casewire.events.envelope.Cause;
import io.casewire.intake.access.Readers;
import io.casewire.intake.conversation.Correspondent;
import io.casewire.intake.conversation.Correspondents;
import io.casewire.intake.conversation.PlacedMessage;
import io.casewire.intake.conversation.Reader;
import io.casewire.intake.gate.SenderGate;
import io.casewire.kit.id.Ids;
import io.casewire.kit.idempotency.Idempotency;
import io.casewire.kit.idempotency.Outcome;
import io.casewire.kit.idempotency.RequestKey;
import io.casewire.kit.idempotency.RequestKeys;
import io.casewire.kit.problem.Problem;
import io.casewire.kit.telemetry.Traces;
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
import org.jboss.resteasy.reactive.RestHeader;
import org.jboss.resteasy.reactive.RestPath;
import org.jspecify.annotations.Nullable;

/** Where a customer adds to his case. Agents answer through routing. */
@Path("/api/v1/cases/{caseId}/messages")
@PermitAll
class MessageResource {

  private static final int CREATED = 201;

  private final Readers readers;
  private final Correspondents correspondents;
  private final MessageIntake intake;
  private final SenderGate gate;
  private final RequestKeys keys;
  private final Idempotency idempotency;

  MessageResource(
      Readers readers,
      Correspondents correspondents,
      MessageIntake intake,
      SenderGate gate,
      RequestKeys keys,
      Idempotency idempotency) {
    this.readers = readers;
    this.correspondents = correspondents;
    this.intake = intake;
    this.gate = gate;
    this.keys = keys;
    this.idempotency = idempotency;
  }

  /** Adds a message. On a worker thread, because a body may be megabytes. */
  @POST
  @Consumes(MediaType.APPLICATION_JSON)
  @Produces(MediaType.APPLICATION_JSON)
  @Blocking
  public Uni<Response> post(
      @RestPath String caseId,
      @RestHeader(HttpHeaders.AUTHORIZATION) @Nullable String authorization,
      @Valid @NotNull MessageBody body) {
    RequestKey key = keys.forCaller("holder " + authorization);
    Cause cause = Cause.of(Ids.next().toString(), Traces.traceparent().orElse(null));
    return readers
        .of(authorization)
        .invoke(MessageResource::requireCustomer)
        .chain(
            reader ->
                correspondents
                    .find(caseId, reader)
                    .map(found -> found.orElseThrow(Problem::notFound))
                    .invoke(customer -> gate.passHolder(customer.caseId().toString()))
                    .chain(customer -> take(customer, reader, body, key, cause)));
  }

  private static void requireCustomer(Reader reader) {
    if (reader instanceof Reader.Staff) {
      throw Problem.forbidden().withDetail("Agents answer through routing.");
    }
  }

  private Uni<Response> take(
      Correspondent customer, Reader reader, MessageBody body, RequestKey key, Cause cause) {
    return intake
        .prepare(customer, body, reader instanceof Reader.FormHolder)
        .chain(
            message ->
                idempotency.once(
                    key,
                    PlacedMessage.class,
                    unitOfWork -> intake.place(unitOfWork, customer.caseId(), message, cause)))
        .map(MessageResource::respond);
  }

  private static Response respond(Outcome<PlacedMessage> outcome) {
    PlacedMessage placed = outcome.value();
    MessageAnswer answer =
        new MessageAnswer(placed.messageId(), placed.caseId(), placed.caseNumber());
    return outcome.respond(CREATED, answer).build();
  }
}
