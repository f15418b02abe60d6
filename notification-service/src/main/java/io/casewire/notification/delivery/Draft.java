package io.casewire.notification.delivery;

import io.casewire.kit.mail.EmailAddress;
import io.casewire.notification.letter.Order;
import io.casewire.notification.notice.Content;
import java.util.UUID;

/** What the letter of a delivery is written of, wherever it goes. */
record Draft(
    UUID notificationId, UUID caseId, String caseNumber, Content content, MailPlace place) {

  Order order(EmailAddress to, String language) {
    return new Order(
        caseId,
        caseNumber,
        content,
        to,
        language,
        place.messageId(),
        place.inReplyTo(),
        place.references());
  }
}
