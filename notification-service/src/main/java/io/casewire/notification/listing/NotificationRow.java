package io.casewire.notification.listing;

import io.casewire.kit.paging.Cursor;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What of a row of {@code delivery} is shown. */
record NotificationRow(
    long place,
    UUID notificationId,
    UUID caseId,
    String caseNumber,
    String recipient,
    String recipientKind,
    String channel,
    String template,
    String locale,
    UUID cause,
    String state,
    @Nullable String reason,
    @Nullable String rfcMessageId,
    int attempts,
    Instant createdAt,
    @Nullable Instant sentAt) {

  NotificationItem toItem() {
    return new NotificationItem(
        notificationId,
        caseId,
        recipient,
        recipientKind,
        channel,
        template,
        locale,
        cause,
        state,
        reason,
        rfcMessageId,
        attempts,
        createdAt,
        sentAt);
  }

  Cursor cursor() {
    return Cursor.after(place);
  }
}
