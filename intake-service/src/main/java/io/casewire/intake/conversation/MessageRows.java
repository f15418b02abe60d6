package io.casewire.intake.conversation;

import io.casewire.events.PersonalMessage;
import java.util.List;
import java.util.Objects;
import java.util.UUID;

/** A customer's message as rows. */
final class MessageRows {

  private static final String CUSTOMER = "customer";

  /** Message-IDs have no blanks (RFC 5322). */
  private static final String SEPARATOR = " ";

  private MessageRows() {}

  /** The message first, then its files. */
  static Object[] of(UUID caseId, long position, IncomingMessage message) {
    List<StoredFile> files = message.files();
    Object[] rows = new Object[1 + files.size()];
    rows[0] = row(caseId, position, message);
    for (int place = 0; place < files.size(); place++) {
      rows[place + 1] = new AttachmentEntity(message.messageId(), place, files.get(place));
    }
    return rows;
  }

  private static MessageEntity row(UUID caseId, long position, IncomingMessage message) {
    MessageEntity row = new MessageEntity(message.messageId(), caseId, position);
    row.author = CUSTOMER;
    row.authorName = message.sender().name();
    row.channel = message.channel();
    row.text = message.text();
    row.fullText = message.fullText();
    row.sentAt = message.effectiveAt();
    row.receivedAt = message.receivedAt();
    row.automatic = message.automatic();
    row.rfcMessageId = message.rfcMessageId();
    row.references = String.join(SEPARATOR, message.references());
    row.senderAddress = message.sender().address();
    row.replyTo = message.sender().replyTo();
    row.locale = message.sender().locale();
    row.subject = message.subject();
    row.language = message.language();
    row.byForm = message.byForm();
    row.transactionRef = message.marks().transactionRef();
    row.possiblyRelatedCaseId = message.marks().possiblyRelatedCaseId();
    row.messageIdReused = message.marks().messageIdReused();
    row.noAutoReply = message.marks().noAutoReply();
    return row;
  }

  /** The message that these rows are of. */
  static IncomingMessage read(MessageEntity row, List<AttachmentEntity> files) {
    return new IncomingMessage(
        row.id,
        row.channel,
        sender(row),
        row.subject,
        row.text,
        row.fullText,
        Objects.requireNonNull(row.language, "only a customer's message has a language"),
        row.receivedAt,
        row.sentAt,
        row.automatic,
        row.rfcMessageId,
        row.references.isEmpty() ? List.of() : List.of(row.references.split(SEPARATOR)),
        files.stream().map(AttachmentEntity::file).toList(),
        row.byForm,
        new MessageMarks(
            row.transactionRef, row.possiblyRelatedCaseId, row.messageIdReused, row.noAutoReply));
  }

  private static Sender sender(MessageEntity row) {
    return new Sender(
        row.senderAddress,
        row.replyTo,
        row.authorName,
        null,
        Objects.requireNonNull(row.locale, "only a customer's message has a locale"),
        null);
  }

  /** Of what is published about the message, the part that names or quotes a person. */
  static PersonalMessage personal(IncomingMessage message) {
    return new PersonalMessage(
        message.sender().address(),
        message.sender().replyTo(),
        message.sender().name(),
        message.subject(),
        message.text(),
        CutText.of(message.fullText(), message.text(), PersonalMessage.MOST_QUOTED),
        message.files().stream().map(StoredFile::fileName).toList());
  }
}
