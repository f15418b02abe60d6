package io.casewire.routing.workspace;

import io.casewire.events.CaseStatus;
import io.casewire.kit.id.Ids;
import io.casewire.kit.idempotency.Idempotency;
import io.casewire.kit.idempotency.RequestKey;
import io.casewire.kit.idempotency.RequestKeys;
import io.casewire.kit.identity.Caller;
import io.casewire.kit.problem.Problem;
import io.casewire.kit.redaction.Redacted;
import io.casewire.kit.redaction.Redactor;
import io.casewire.kit.transaction.Transactions;
import io.casewire.kit.web.FormText;
import io.casewire.routing.desk.Assignment;
import io.casewire.routing.desk.AssignmentBody;
import io.casewire.routing.desk.CaseDesk;
import io.casewire.routing.desk.Order;
import io.casewire.routing.desk.Wish;
import io.casewire.routing.desk.Wishes;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Carries out what the forms of a case's page ask for. Each answers where to go afterwards. */
@ApplicationScoped
class CaseActions {

  private static final int LONGEST_TEXT = 100_000;
  private static final String TO_AGENT = "agent:";
  private static final String TO_QUEUE = "queue:";

  private final CaseDesk desk;
  private final Assignment assignment;
  private final Transactions transactions;
  private final Idempotency idempotency;
  private final RequestKeys keys;
  private final Redactor redactor;

  CaseActions(
      CaseDesk desk,
      Assignment assignment,
      Transactions transactions,
      Idempotency idempotency,
      RequestKeys keys,
      Redactor redactor) {
    this.desk = desk;
    this.assignment = assignment;
    this.transactions = transactions;
    this.idempotency = idempotency;
    this.keys = keys;
    this.redactor = redactor;
  }

  Uni<String> reply(Caller caller, CaseForm form) {
    CaseStatus then = form.then().isEmpty() ? null : status(form.then());
    return write(caller, form, "reply", Wishes.reply(Ids.next(), then));
  }

  Uni<String> note(Caller caller, CaseForm form) {
    return write(caller, form, "note", Wishes.note(Ids.next()));
  }

  Uni<String> decline(Caller caller, CaseForm form) {
    return move(caller, form, "decline", Wishes.decline());
  }

  Uni<String> status(Caller caller, CaseForm form) {
    return move(caller, form, "status", Wishes.status(status(form.to()), null));
  }

  /** Somebody who takes a case does so knowingly, whatever his presence says. */
  Uni<String> take(Caller caller, CaseForm form) {
    return assign(caller, form, "take", new AssignmentBody(caller.agentId(), null, true));
  }

  Uni<String> assign(Caller caller, CaseForm form) {
    return assign(caller, form, "assign", target(form));
  }

  private Uni<String> write(Caller caller, CaseForm form, String done, Wish wish) {
    Redacted text = redactor.redact(FormText.required("text", form.text(), LONGEST_TEXT));
    List<String> kinds = text.findings().stream().map(found -> found.kind().wireName()).toList();
    Order order = Order.of(form.caseId(), caller, form.version(), wish).writing(text);
    RequestKey key =
        keys.forForm(
            form.key(), "staff " + caller.agentId(), done, form.then(), FormText.of(form.text()));
    return idempotency
        .once(
            key,
            String.class,
            unitOfWork ->
                desk.carryOut(unitOfWork, order)
                    .map(theCase -> Notices.address(theCase.id().toString(), done, kinds)))
        .map(outcome -> outcome.value());
  }

  private Uni<String> move(Caller caller, CaseForm form, String done, Wish wish) {
    Order order = Order.of(form.caseId(), caller, form.version(), wish);
    return transactions
        .write(unitOfWork -> desk.carryOut(unitOfWork, order))
        .map(theCase -> after(theCase.id(), done));
  }

  private Uni<String> assign(Caller caller, CaseForm form, String done, AssignmentBody target) {
    return transactions
        .write(
            unitOfWork ->
                assignment.assign(unitOfWork, form.caseId(), caller, form.version(), target))
        .map(theCase -> after(theCase.id(), done));
  }

  private static String after(UUID caseId, String done) {
    return Notices.address(caseId.toString(), done, List.of());
  }

  private static AssignmentBody target(CaseForm form) {
    String to = form.to();
    if (to.startsWith(TO_AGENT)) {
      return new AssignmentBody(to.substring(TO_AGENT.length()), null, form.isForced());
    }
    if (to.startsWith(TO_QUEUE)) {
      return new AssignmentBody(null, to.substring(TO_QUEUE.length()), null);
    }
    throw Problem.invalid("to", "must name an agent or a queue");
  }

  private static CaseStatus status(@Nullable String name) {
    return Arrays.stream(CaseStatus.values())
        .filter(status -> status.wireName().equals(name))
        .findFirst()
        .orElseThrow(() -> Problem.invalid("to", "must be a status"));
  }
}
