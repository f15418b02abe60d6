package io.casewire.notification.delivery;

import io.casewire.notification.letter.Order;
import io.casewire.notification.notice.Content;
import io.casewire.notification.notice.MailAddress;
import java.util.UUID;

/** What the letter of a delivery is written of, wherever it goes. */
record Draft(
    UUID notificationId, UUID caseId, String caseNumber, Content content, MailPlace place) {

  Order order(MailAddress to, String language) {
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
