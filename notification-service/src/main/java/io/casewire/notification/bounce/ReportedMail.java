package io.casewire.notification.bounce;

import io.casewire.events.MailBounced;
import io.casewire.events.RecipientKind;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A mail of ours that a report is about.
 *
 * @param nth which of the reports, from 1
 * @param address where it went
 * @param returnable whether it may come back: it had gone, and has not come back before
 */
record ReportedMail(
    int nth,
    long place,
    UUID notificationId,
    UUID caseId,
    UUID cause,
    String template,
    RecipientKind recipientKind,
    String channel,
    String address,
    String rfcMessageId,
    @Nullable UUID messageId,
    String correlationId,
    @Nullable String traceparent,
    boolean returnable) {

  MailBounced reportIn(List<MailBounced> reports) {
    return reports.get(nth - 1);
  }
}
