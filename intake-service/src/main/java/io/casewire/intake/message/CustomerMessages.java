package io.casewire.intake.message;

import io.casewire.events.envelope.Cause;
import io.casewire.intake.analysis.AnalysedText;
import io.casewire.intake.analysis.TextAnalysis;
import io.casewire.intake.attachment.Attachments;
import io.casewire.intake.attachment.FileLimits;
import io.casewire.intake.conversation.CaseContinuation;
import io.casewire.intake.conversation.Cases;
import io.casewire.intake.conversation.Conversations;
import io.casewire.intake.conversation.MessageDraft;
import io.casewire.intake.conversation.PlacedMessage;
import io.casewire.intake.conversation.Sender;
import io.casewire.intake.conversation.Viewer;
import io.casewire.intake.ratelimit.SenderLimits;
import io.casewire.kit.id.Ids;
import io.casewire.kit.idempotency.Idempotency;
import io.casewire.kit.idempotency.Outcome;
import io.casewire.kit.idempotency.RequestKey;
import io.casewire.kit.problem.Problem;
import io.casewire.kit.telemetry.Traces;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;

/** Takes a customer's message on the case of his link, from programs and from the case's page. */
@ApplicationScoped
class CustomerMessages {

  private static final String WEB = "web";

  private final Conversations conversations;
  private final Cases cases;
  private final CaseContinuation continuation;
  private final TextAnalysis analysis;
  private final Attachments attachments;
  private final FileLimits files;
  private final SenderLimits senders;
  private final Idempotency idempotency;
  private final Clock clock;

  CustomerMessages(
      Conversations conversations,
      Cases cases,
      CaseContinuation continuation,
      TextAnalysis analysis,
      Attachments attachments,
      FileLimits files,
      SenderLimits senders,
      Idempotency idempotency,
      Clock clock) {
    this.conversations = conversations;
    this.cases = cases;
    this.continuation = continuation;
    this.analysis = analysis;
    this.attachments = attachments;
    this.files = files;
    this.senders = senders;
    this.idempotency = idempotency;
    this.clock = clock;
  }

  /**
   * Adds a message to the case, or gives the place that the same message got before.
   *
   * @param caseId id or number
   * @return fails with a {@link Problem}: 403 for staff, 404 if the viewer has no such case, 429 if
   *     too much was posted to it
   */
  Uni<Outcome<PlacedMessage>> add(String caseId, Viewer viewer, MessageBody body, RequestKey key) {
    Cause cause = Cause.of(Ids.next().toString(), Traces.traceparent().orElse(null));
    if (!(viewer instanceof Viewer.Customer customer)) {
      throw Problem.forbidden("Agents answer through routing.");
    }
    boolean byForm = customer instanceof Viewer.FormHolder;
    return conversations
        .sender(caseId, customer)
        .map(found -> found.orElseThrow(Problem::notFound))
        .invoke(() -> senders.countOnCase(customer.caseId()))
        .chain(sender -> draft(sender, body, byForm))
        .chain(
            draft ->
                idempotency.once(
                    key,
                    PlacedMessage.class,
                    unitOfWork ->
                        cases
                            .lock(unitOfWork, caseId, customer)
                            .chain(theCase -> continuation.take(theCase, draft, cause))));
  }

  /** Analyses the message on a worker thread, and stores its files. */
  private Uni<MessageDraft> draft(Sender sender, MessageBody body, boolean byForm) {
    return Uni.createFrom()
        .deferred(
            () -> {
              AnalysedText content = analysis.analyse(null, body.text(), sender.locale(), null);
              FileLimits.check(files, body.attachments());
              MessageDraft.Builder draft =
                  MessageDraft.builder(Ids.next(), WEB, sender, content, clock.instant())
                      .byForm(byForm);
              return attachments
                  .store(body.attachments())
                  .map(stored -> draft.files(stored).build());
            })
        .runSubscriptionOn(Infrastructure.getDefaultWorkerPool());
  }
}
