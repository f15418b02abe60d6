package io.casewire.intake.request;

import io.casewire.events.envelope.Cause;
import io.casewire.intake.analysis.AnalysedText;
import io.casewire.intake.analysis.TextAnalysis;
import io.casewire.intake.attachment.Attachments;
import io.casewire.intake.attachment.FileLimits;
import io.casewire.intake.conversation.Cases;
import io.casewire.intake.conversation.Contact;
import io.casewire.intake.conversation.MessageDraft;
import io.casewire.intake.conversation.OpenedCase;
import io.casewire.intake.conversation.Sender;
import io.casewire.kit.id.Ids;
import io.casewire.kit.idempotency.Idempotency;
import io.casewire.kit.idempotency.Outcome;
import io.casewire.kit.idempotency.RequestKey;
import io.casewire.kit.problem.Problem;
import io.casewire.kit.telemetry.Traces;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;

/** Makes a case of a web request. It never appends: anybody can type anybody's address. */
@ApplicationScoped
class RequestIntake {

  private static final String WEB = "web";
  private static final String DEFAULT_LOCALE = "en";

  private final TextAnalysis analysis;
  private final FileLimits limits;
  private final Attachments attachments;
  private final Cases cases;
  private final Idempotency idempotency;
  private final Clock clock;

  RequestIntake(
      TextAnalysis analysis,
      FileLimits limits,
      Attachments attachments,
      Cases cases,
      Idempotency idempotency,
      Clock clock) {
    this.analysis = analysis;
    this.limits = limits;
    this.attachments = attachments;
    this.cases = cases;
    this.idempotency = idempotency;
    this.clock = clock;
  }

  /**
   * Opens a case for the request, or gives the case that the same request opened before. To be
   * called on a worker thread.
   *
   * @throws Problem 400, 413 or 422 for a request that can't be taken, also as the failure of the
   *     result
   */
  Uni<Outcome<OpenedCase>> take(RequestBody body, RequestKey key) {
    FileLimits.check(limits, body.attachments());
    Cause cause = Cause.of(Ids.next().toString(), Traces.traceparent().orElse(null));
    MessageDraft.Builder draft = draft(body);
    return attachments
        .store(body.attachments())
        .map(files -> draft.files(files).build())
        .chain(
            message ->
                idempotency.once(
                    key, OpenedCase.class, unitOfWork -> cases.open(unitOfWork, message, cause)));
  }

  private MessageDraft.Builder draft(RequestBody body) {
    RequestBody.CustomerBody customer = body.customer();
    AnalysedText content =
        analysis.analyse(
            body.subject(),
            body.body(),
            customer.locale() == null ? DEFAULT_LOCALE : customer.locale(),
            body.category());
    Sender sender =
        new Sender(
            Contact.email(body.address()),
            null,
            analysis.redactNullable(customer.name()),
            analysis.redactNullable(customer.phone()),
            customer.locale() == null ? content.language() : customer.locale(),
            analysis.redactNullable(customer.accountRef()));
    return MessageDraft.builder(Ids.next(), WEB, sender, content, clock.instant())
        .byForm(true)
        .transactionRef(analysis.redactNullable(body.transactionRef()));
  }
}
