package io.casewire.intake.mailbox;

import io.casewire.intake.email.ArrivedMail;
import io.casewire.kit.mail.EmailAddress;
import jakarta.mail.MessagingException;
import java.io.IOException;
import java.io.InputStream;
import java.time.Instant;
import java.util.Arrays;
import java.util.Date;
import org.eclipse.angus.mail.imap.IMAPMessage;
import org.jspecify.annotations.Nullable;

/**
 * A mail of which the size and the time of arrival are known.
 *
 * @param content all of it, unless it is still at the server
 */
record RemoteMail(long uid, IMAPMessage message, byte @Nullable [] content) {

  // Enough for the header fields of a mail that is not fetched as a whole.
  private static final int BEGINNING_BYTES = 64 * 1024;

  /**
   * Fetches it; of one that is too large only the beginning, whatever size the server gave.
   *
   * @param limit bytes
   */
  ArrivedMail fetch(EmailAddress mailbox, int limit) throws MessagingException, IOException {
    if (content != null && content.length <= limit) {
      return ArrivedMail.fetched(content, mailbox, arrivedAt());
    }
    long size = message.getSizeLong();
    int wanted = size > limit ? BEGINNING_BYTES : limit + 1;
    byte[] raw;
    try (InputStream content = message.getMimeStream()) {
      raw = content.readNBytes(wanted);
    }
    return size > limit || raw.length > limit
        ? ArrivedMail.tooLarge(beginning(raw), Math.max(size, raw.length), mailbox, arrivedAt())
        : ArrivedMail.fetched(raw, mailbox, arrivedAt());
  }

  /** Whether its content is still to be fetched: it is long. */
  boolean isAtServer() {
    return content == null;
  }

  /**
   * How many bytes {@link #fetch} is going to fetch, as the server tells.
   *
   * @param limit bytes
   */
  long wanted(int limit) throws MessagingException {
    long size = message.getSizeLong();
    return size > limit ? BEGINNING_BYTES : size;
  }

  /** When the server took it (RFC 9051 section 2.3.3): its own word, not the sender's. */
  @Nullable Instant arrivedAt() throws MessagingException {
    Date date = message.getReceivedDate();
    return date == null ? null : date.toInstant();
  }

  private static byte[] beginning(byte[] raw) {
    return raw.length <= BEGINNING_BYTES ? raw : Arrays.copyOf(raw, BEGINNING_BYTES);
  }
}
