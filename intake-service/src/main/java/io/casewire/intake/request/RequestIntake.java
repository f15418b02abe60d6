package io.casewire.intake.request;

import io.casewire.events.Assurance;
import io.casewire.events.envelope.Cause;
import io.casewire.intake.attachment.Attachments;
import io.casewire.intake.attachment.FileBody;
import io.casewire.intake.attachment.FileLimits;
import io.casewire.intake.attachment.ReadFile;
import io.casewire.intake.attachment.ReceivedFile;
import io.casewire.intake.conversation.CaseOpening;
import io.casewire.intake.conversation.IncomingMessage;
import io.casewire.intake.conversation.NewCase;
import io.casewire.intake.conversation.OpenedCase;
import io.casewire.intake.conversation.Sender;
import io.casewire.intake.conversation.StoredFile;
import io.casewire.intake.reading.ReadText;
import io.casewire.intake.reading.TextReader;
import io.casewire.kit.id.Ids;
import io.casewire.kit.idempotency.Idempotency;
import io.casewire.kit.idempotency.Outcome;
import io.casewire.kit.idempotency.RequestKey;
import io.casewire.kit.mail.EmailAddress;
import io.casewire.kit.problem.Problem;
import io.casewire.kit.telemetry.Traces;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.util.List;

/** Makes a case of a web request. It never appends: anybody can type anybody's address. */
@ApplicationScoped
class RequestIntake {

  private static final String WEB = "web";
  private static final String DEFAULT_LOCALE = "en";

  private final TextReader reader;
  private final FileLimits limits;
  private final Attachments attachments;
  private final CaseOpening opening;
  private final Idempotency idempotency;
  private final Clock clock;

  RequestIntake(
      TextReader reader,
      FileLimits limits,
      Attachments attachments,
      CaseOpening opening,
      Idempotency idempotency,
      Clock clock) {
    this.reader = reader;
    this.limits = limits;
    this.attachments = attachments;
    this.opening = opening;
    this.idempotency = idempotency;
    this.clock = clock;
  }

  /** The address in the form in which it is compared; a problem names the field if it is none. */
  static EmailAddress addressOf(RequestBody body) {
    return EmailAddress.parse(body.customer().email())
        .orElseThrow(() -> Problem.invalid("customer.email", "is no e-mail address"));
  }

  /**
   * Opens a case for the request, or gives the case that the same request opened before. To be
   * called on a worker thread.
   *
   * @throws Problem 400, 413 or 422 for a request that can't be taken, also as the failure of the
   *     result
   */
  Uni<Outcome<OpenedCase>> take(RequestBody body, RequestKey key) {
    List<ReceivedFile> received = FileBody.received(body.attachments(), limits);
    Cause cause = Cause.of(Ids.next().toString(), Traces.traceparent().orElse(null));
    String locale = body.customer().locale() == null ? DEFAULT_LOCALE : body.customer().locale();
    ReadText text = reader.read(body.subject(), body.body(), locale, body.category());
    Sender sender = sender(body, text, locale);
    List<ReadFile> files = attachments.read(received);
    return attachments
        .store(files)
        .map(stored -> newCase(body, text, sender, stored))
        .chain(
            newCase ->
                idempotency.once(
                    key, OpenedCase.class, unitOfWork -> opening.open(unitOfWork, newCase, cause)));
  }

  private NewCase newCase(RequestBody body, ReadText text, Sender sender, List<StoredFile> files) {
    return new NewCase(
        Ids.next(),
        message(text, sender, files),
        text.category(),
        text.confidence(),
        text.priority(),
        Assurance.NONE,
        reader.redactNullable(body.transactionRef()),
        null,
        null);
  }

  private Sender sender(RequestBody body, ReadText text, String locale) {
    RequestBody.CustomerBody customer = body.customer();
    return new Sender(
        addressOf(body).value(),
        null,
        reader.redactNullable(customer.name()),
        reader.redactNullable(customer.phone()),
        customer.locale() == null ? text.language() : locale,
        reader.redactNullable(customer.accountRef()));
  }

  private IncomingMessage message(ReadText text, Sender sender, List<StoredFile> files) {
    Instant now = clock.instant();
    return new IncomingMessage(
        Ids.next(),
        WEB,
        sender,
        text.subject(),
        text.text(),
        null,
        text.language(),
        now,
        now,
        false,
        null,
        List.of(),
        files,
        true);
  }
}
