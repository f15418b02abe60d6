package io.casewire.intake.email;

import io.casewire.intake.mail.ContentHash;
import io.casewire.intake.mail.MessageId;
import io.casewire.kit.mail.EmailAddress;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What is noted of every mail, whatever becomes of it; nothing of its text.
 *
 * @param receiptId of the note
 * @param messageId synthetic for a mail without one
 * @param sender as the mail claims; null when it names nobody
 * @param subject redacted
 * @param size bytes
 * @param rawDigest of the mail as it came, when that is kept
 */
record MailSlip(
    UUID receiptId,
    EmailAddress mailbox,
    MessageId messageId,
    ContentHash content,
    @Nullable EmailAddress sender,
    String subject,
    long size,
    Instant receivedAt,
    @Nullable String rawDigest) {

  /** The same with the mail as it came kept. */
  MailSlip withRaw(String digest) {
    return new MailSlip(
        receiptId, mailbox, messageId, content, sender, subject, size, receivedAt, digest);
  }
}
