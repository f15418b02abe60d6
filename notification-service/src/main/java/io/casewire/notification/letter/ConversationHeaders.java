package io.casewire.notification.letter;

import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Tells mail programs which conversation a mail belongs to (RFC 5322 section 3.6.4). */
final class ConversationHeaders {

  /** An id for each line, so that no line grows over the limit (RFC 5322 section 2.1.1). */
  private static final String FOLD = "\r\n ";

  private ConversationHeaders() {}

  static void add(MimeMessage mail, @Nullable String inReplyTo, List<String> references)
      throws MessagingException {
    if (inReplyTo != null) {
      mail.setHeader("In-Reply-To", inReplyTo);
    }
    if (!references.isEmpty()) {
      mail.setHeader("References", String.join(FOLD, references));
    }
  }
}
