package io.casewire.notification.letter;

import io.casewire.notification.notice.Template.Origin;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;

/** Tells other machines that a machine wrote a mail, in all the ways that they listen to. */
final class OriginHeaders {

  private OriginHeaders() {}

  static void add(MimeMessage mail, Origin origin, String ownAddress) throws MessagingException {
    switch (origin) {
      case WRITTEN_BY_A_PERSON -> {}
      case REPLIED_TO_A_MESSAGE -> automatic(mail, "auto-replied", ownAddress);
      case GENERATED -> {
        automatic(mail, "auto-generated", ownAddress);
        mail.setHeader("Precedence", "bulk");
      }
    }
  }

  private static void automatic(MimeMessage mail, String kind, String ownAddress)
      throws MessagingException {
    // RFC 3834 section 5; then what Exchange and older filters read instead.
    mail.setHeader("Auto-Submitted", kind);
    mail.setHeader("X-Auto-Response-Suppress", "All");
    mail.setHeader("X-Loop", ownAddress);
  }
}
