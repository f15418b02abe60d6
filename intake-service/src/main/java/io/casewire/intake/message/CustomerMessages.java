package io.casewire.intake.message;

import io.casewire.events.envelope.Cause;
import io.casewire.intake.conversation.Correspondent;
import io.casewire.intake.conversation.Correspondents;
import io.casewire.intake.conversation.PlacedMessage;
import io.casewire.intake.conversation.Reader;
import io.casewire.intake.gate.SenderGate;
import io.casewire.kit.id.Ids;
import io.casewire.kit.idempotency.Idempotency;
import io.casewire.kit.idempotency.Outcome;
import io.casewire.kit.idempotency.RequestKey;
import io.casewire.kit.problem.Problem;
import io.casewire.kit.telemetry.Traces;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;

/** Takes what customers write with the link to their case, from programs and from the page. */
@ApplicationScoped
class CustomerMessages {

  private final Correspondents correspondents;
  private final MessageIntake intake;
  private final SenderGate gate;
  private final Idempotency idempotency;

  CustomerMessages(
      Correspondents correspondents,
      MessageIntake intake,
      SenderGate gate,
      Idempotency idempotency) {
    this.correspondents = correspondents;
    this.intake = intake;
    this.gate = gate;
    this.idempotency = idempotency;
  }

  /**
   * Adds a message to the case, or gives the place that the same message got before.
   *
   * @param caseId id or number
   * @return fails with a {@link Problem}: 403 for staff, 404 if the reader has no such case, 429 if
   *     too much was posted to it
   */
  Uni<Outcome<PlacedMessage>> add(String caseId, Reader reader, MessageBody body, RequestKey key) {
    Cause cause = Cause.of(Ids.next().toString(), Traces.traceparent().orElse(null));
    if (reader instanceof Reader.Staff) {
      throw Problem.forbidden("Agents answer through routing.");
    }
    return correspondents
        .find(caseId, reader)
        .map(found -> found.orElseThrow(Problem::notFound))
        .invoke(customer -> gate.passHolder(customer.caseId().toString()))
        .chain(customer -> place(customer, reader, body, key, cause));
  }

  private Uni<Outcome<PlacedMessage>> place(
      Correspondent customer, Reader reader, MessageBody body, RequestKey key, Cause cause) {
    return intake
        .prepare(customer, body, reader instanceof Reader.FormHolder)
        .chain(
            message ->
                idempotency.once(
                    key,
                    PlacedMessage.class,
                    unitOfWork -> intake.place(unitOfWork, customer.caseId(), message, cause)));
  }
}
