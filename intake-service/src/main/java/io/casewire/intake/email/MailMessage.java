package io.casewire.intake.email;

import io.casewire.events.Assurance;
import io.casewire.events.NoAutoReply;
import io.casewire.intake.conversation.IncomingMessage;
import io.casewire.intake.conversation.MessageMarks;
import io.casewire.intake.conversation.NewCase;
import io.casewire.intake.conversation.Sender;
import io.casewire.intake.conversation.StoredFile;
import io.casewire.intake.mail.MessageId;
import io.casewire.intake.mail.thread.ThreadCandidate;
import io.casewire.intake.reading.ReadText;
import io.casewire.kit.id.Ids;
import io.casewire.kit.mail.EmailAddress;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A mail that can become a message: redacted, its files stored, its hints collected.
 *
 * @param authors everybody the mail names as its author
 * @param candidates its hints at a case, best first
 * @param ids under which an answer may name it
 * @param headerId its Message-ID as it stands in a header; null when it has none of its own
 * @param references as they stand in a header, oldest first
 */
record MailMessage(
    UUID messageId,
    List<EmailAddress> authors,
    List<ThreadCandidate> candidates,
    List<MessageId> ids,
    Sender sender,
    ReadText text,
    @Nullable String fullText,
    Instant receivedAt,
    Instant effectiveAt,
    @Nullable String headerId,
    List<String> references,
    List<StoredFile> files,
    MessageMarks marks) {

  private static final String EMAIL = "email";

  MailMessage {
    authors = List.copyOf(authors);
    candidates = List.copyOf(candidates);
    ids = List.copyOf(ids);
    references = List.copyOf(references);
    files = List.copyOf(files);
  }

  /** The same under a Message-ID under which another mail had come. */
  MailMessage withReusedId() {
    return marked(new MessageMarks(null, null, true, marks.noAutoReply()));
  }

  /** The same, if need be with the suspicion that a machine wrote it. */
  MailMessage suspected(boolean looksAutomatic) {
    return looksAutomatic && marks.noAutoReply() == null
        ? marked(new MessageMarks(null, null, marks.messageIdReused(), NoAutoReply.LOOKS_AUTOMATIC))
        : this;
  }

  private MailMessage marked(MessageMarks newMarks) {
    return new MailMessage(
        messageId,
        authors,
        candidates,
        ids,
        sender,
        text,
        fullText,
        receivedAt,
        effectiveAt,
        headerId,
        references,
        files,
        newMarks);
  }

  /** The case that it opens, if it opens one. */
  NewCase asCase(boolean automatic, @Nullable UUID possiblyRelatedCaseId) {
    return new NewCase(
        Ids.next(),
        asMessage(automatic),
        text.category(),
        text.confidence(),
        text.priority(),
        Assurance.NONE,
        null,
        null,
        possiblyRelatedCaseId);
  }

  private IncomingMessage asMessage(boolean automatic) {
    return new IncomingMessage(
        messageId,
        EMAIL,
        sender,
        text.subject(),
        text.text(),
        fullText,
        text.language(),
        receivedAt,
        effectiveAt,
        automatic,
        headerId,
        references,
        files,
        false,
        marks);
  }
}
