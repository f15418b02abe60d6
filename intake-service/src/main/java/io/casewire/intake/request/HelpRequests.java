package io.casewire.intake.request;

import io.casewire.intake.conversation.OpenedCase;
import io.casewire.intake.form.FormBodies;
import io.casewire.intake.gate.SenderGate;
import io.casewire.kit.idempotency.Outcome;
import io.casewire.kit.idempotency.RequestKey;
import io.casewire.kit.mail.EmailAddress;
import io.casewire.kit.problem.Problem;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.validation.ConstraintViolationException;

/** Takes requests that come from the help form by the very rules of those that programs post. */
@ApplicationScoped
class HelpRequests {

  private final FormBodies bodies;
  private final SenderGate gate;
  private final RequestIntake intake;

  HelpRequests(FormBodies bodies, SenderGate gate, RequestIntake intake) {
    this.bodies = bodies;
    this.gate = gate;
    this.intake = intake;
  }

  /**
   * Opens a case for the form; a form that is sent twice opens one.
   *
   * @param submission the form's own number
   * @throws ConstraintViolationException if fields break the rules
   * @throws Problem also as the failure of the result, if the request can't be taken
   */
  Uni<Outcome<OpenedCase>> send(RequestBody body, String submission, String clientAddress) {
    bodies.check(body);
    EmailAddress address = RequestIntake.addressOf(body);
    gate.passStranger(clientAddress, address.value());
    RequestKey key = bodies.key(submission, "customer " + address.value(), body);
    return intake.take(body, key);
  }
}
