package io.casewire.intake.email;

import io.casewire.intake.mail.EnvelopeTrust;
import io.casewire.intake.quarantine.HeldMail;
import io.casewire.kit.mail.EmailAddress;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A mail as it came.
 *
 * @param raw its bytes; only the beginning when {@code cutShort}
 * @param size of the whole mail in bytes
 * @param cutShort whether the mail was too large to be fetched as a whole
 * @param mailbox of ours that it came to; null when the mail itself must tell
 * @param trust whether its last hop is believed
 * @param arrivedAt when our own server took it; null when only the mail itself says
 * @param receiptId of the note of it that there is already; null when it is new
 */
public record ArrivedMail(
    byte[] raw,
    long size,
    boolean cutShort,
    @Nullable EmailAddress mailbox,
    EnvelopeTrust trust,
    @Nullable Instant arrivedAt,
    @Nullable UUID receiptId) {

  /** A mail that somebody hands over. */
  static ArrivedMail posted(byte[] raw, EnvelopeTrust trust) {
    return new ArrivedMail(raw, raw.length, false, null, trust, null, null);
  }

  /** A mail from one of our mailboxes. */
  public static ArrivedMail fetched(byte[] raw, EmailAddress mailbox, @Nullable Instant arrivedAt) {
    return new ArrivedMail(raw, raw.length, false, mailbox, EnvelopeTrust.TRUSTED, arrivedAt, null);
  }

  /** The beginning of a mail from one of our mailboxes that is over the size limit. */
  public static ArrivedMail tooLarge(
      byte[] beginning, long size, EmailAddress mailbox, @Nullable Instant arrivedAt) {
    return new ArrivedMail(beginning, size, true, mailbox, EnvelopeTrust.TRUSTED, arrivedAt, null);
  }

  /** A mail that was held back and is let go. It counts as sent now. */
  static ArrivedMail released(byte[] raw, HeldMail held) {
    return new ArrivedMail(
        raw,
        held.size(),
        raw.length < held.size(),
        new EmailAddress(held.mailbox()),
        EnvelopeTrust.UNTRUSTED,
        null,
        held.id());
  }
}
