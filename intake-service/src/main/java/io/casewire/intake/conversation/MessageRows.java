package io.casewire.intake.conversation;

import java.util.List;
import java.util.UUID;

/** A customer's message as rows. */
final class MessageRows {

  private static final String CUSTOMER = "customer";

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
    return row;
  }
}
