package io.casewire.intake.conversation;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A customer's message from any channel, redacted, with its files already stored.
 *
 * @param text what is shown
 * @param fullText set when the customer sent more than is shown, such as quoted mail
 * @param effectiveAt when it was sent, as far as the sender can be believed
 * @param automatic whether a machine wrote it (RFC 3834)
 * @param rfcMessageId of a mail (RFC 5322)
 * @param references of a mail, oldest first
 * @param byForm whether its sender showed nothing but the public form or its link: who holds that
 *     link may read it
 */
public record IncomingMessage(
    UUID messageId,
    String channel,
    Sender sender,
    @Nullable String subject,
    String text,
    @Nullable String fullText,
    String language,
    Instant receivedAt,
    Instant effectiveAt,
    boolean automatic,
    @Nullable String rfcMessageId,
    List<String> references,
    List<StoredFile> files,
    boolean byForm,
    MessageMarks marks) {

  /** A message about which nothing more is known. */
  public IncomingMessage(
      UUID messageId,
      String channel,
      Sender sender,
      @Nullable String subject,
      String text,
      @Nullable String fullText,
      String language,
      Instant receivedAt,
      Instant effectiveAt,
      boolean automatic,
      @Nullable String rfcMessageId,
      List<String> references,
      List<StoredFile> files,
      boolean byForm) {
    this(
        messageId,
        channel,
        sender,
        subject,
        text,
        fullText,
        language,
        receivedAt,
        effectiveAt,
        automatic,
        rfcMessageId,
        references,
        files,
        byForm,
        MessageMarks.NONE);
  }

  public IncomingMessage {
    references = List.copyOf(references);
    files = List.copyOf(files);
  }

  /** The same, with what a case would have been opened with. */
  IncomingMessage about(@Nullable String transactionRef, @Nullable UUID possiblyRelatedCaseId) {
    return new IncomingMessage(
        messageId,
        channel,
        sender,
        subject,
        text,
        fullText,
        language,
        receivedAt,
        effectiveAt,
        automatic,
        rfcMessageId,
        references,
        files,
        byForm,
        new MessageMarks(
            transactionRef, possiblyRelatedCaseId, marks.messageIdReused(), marks.noAutoReply()));
  }
}
