package io.casewire.intake.message;

import io.casewire.events.Assurance;
import io.casewire.events.envelope.Cause;
import io.casewire.intake.attachment.Attachments;
import io.casewire.intake.attachment.FileBody;
import io.casewire.intake.attachment.FileLimits;
import io.casewire.intake.attachment.ReadFile;
import io.casewire.intake.conversation.CaseContinuation;
import io.casewire.intake.conversation.Correspondent;
import io.casewire.intake.conversation.IncomingMessage;
import io.casewire.intake.conversation.NewCase;
import io.casewire.intake.conversation.PlacedMessage;
import io.casewire.intake.conversation.StoredFile;
import io.casewire.intake.reading.ReadText;
import io.casewire.intake.reading.TextReader;
import io.casewire.kit.id.Ids;
import io.casewire.kit.transaction.UnitOfWork;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** Adds what a customer writes on his case's page to the case. */
@ApplicationScoped
class MessageIntake {

  private static final String WEB = "web";

  private record Read(ReadText text, List<ReadFile> files) {}

  private final TextReader reader;
  private final FileLimits limits;
  private final Attachments attachments;
  private final CaseContinuation continuation;
  private final Clock clock;

  MessageIntake(
      TextReader reader,
      FileLimits limits,
      Attachments attachments,
      CaseContinuation continuation,
      Clock clock) {
    this.reader = reader;
    this.limits = limits;
    this.attachments = attachments;
    this.continuation = continuation;
    this.clock = clock;
  }

  /**
   * Redacts and reads the message and stores its files, on a worker thread; it is on no case yet.
   *
   * @param byForm whether its sender shows the link of the public form only
   */
  Uni<NewCase> prepare(Correspondent customer, MessageBody body, boolean byForm) {
    return Uni.createFrom()
        .item(() -> read(customer, body))
        .runSubscriptionOn(Infrastructure.getDefaultWorkerPool())
        .chain(
            read ->
                attachments
                    .store(read.files())
                    .map(files -> newCase(customer, read.text(), files, byForm)));
  }

  private Read read(Correspondent customer, MessageBody body) {
    return new Read(
        reader.read(null, body.text(), customer.sender().locale(), null),
        attachments.read(FileBody.received(body.attachments(), limits)));
  }

  /** Puts it on the case, or on a new one that goes on where the case has ended. */
  Uni<PlacedMessage> place(UnitOfWork unitOfWork, UUID caseId, NewCase message, Cause cause) {
    return continuation.take(unitOfWork, caseId, message, cause);
  }

  private NewCase newCase(
      Correspondent customer, ReadText text, List<StoredFile> files, boolean byForm) {
    Instant now = clock.instant();
    IncomingMessage message =
        new IncomingMessage(
            Ids.next(),
            WEB,
            customer.sender(),
            null,
            text.text(),
            null,
            text.language(),
            now,
            now,
            false,
            null,
            List.of(),
            files,
            byForm);
    return new NewCase(
        Ids.next(),
        message,
        text.category(),
        text.confidence(),
        text.priority(),
        Assurance.NONE,
        null,
        null,
        null);
  }
}
