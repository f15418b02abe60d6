package io.casewire.notification.reaction;

import io.casewire.events.envelope.EventEnvelope;
import io.casewire.notification.casefile.CaseFile;
import io.casewire.notification.delivery.MailPlace;
import io.casewire.notification.delivery.NewDelivery;
import io.casewire.notification.notice.Decision;
import io.casewire.notification.notice.Notice;
import java.util.UUID;
import java.util.function.BiFunction;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Turns notices into deliveries: gives each its id and each mail its place in the conversation.
 *
 * @param ids of notifications
 * @param messageIds of the mail about a notification of a case
 */
record NewDeliveries(Supplier<UUID> ids, BiFunction<UUID, UUID, String> messageIds) {

  NewDelivery of(EventEnvelope cause, CaseFile file, Notice notice) {
    UUID notificationId = ids.get();
    return new NewDelivery(
        notificationId,
        file.caseId(),
        file.caseNumber(),
        cause,
        notice,
        placeOf(notice, file, notificationId));
  }

  private @Nullable MailPlace placeOf(Notice notice, CaseFile file, UUID notificationId) {
    if (!(notice.decision() instanceof Decision.ByMail)) {
      return null;
    }
    String messageId = messageIds.apply(file.caseId(), notificationId);
    return notice.isMailToCustomer()
        ? MailPlace.in(file.thread(), messageId)
        : MailPlace.alone(messageId);
  }
}
