package io.casewire.notification.delivery;

import io.casewire.events.RecipientKind;
import io.casewire.notification.announcement.Announcement;
import io.casewire.notification.attempt.NextStep;
import io.casewire.notification.notice.Template;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A queued notice that is being worked on.
 *
 * @param place in the order of deliveries
 * @param messageId the agent's message that it carries, if it carries one
 * @param attempt which attempt this is, from 1; whoever holds an earlier one has lost it
 */
record Delivery(
    long place,
    int attempt,
    UUID notificationId,
    UUID caseId,
    UUID cause,
    Template template,
    String rfcMessageId,
    @Nullable UUID messageId,
    Instant queuedAt,
    String correlationId,
    @Nullable String traceparent) {

  /** What the other services are told at the end. */
  Announcement announcement(NextStep.Finish end) {
    return new Announcement(
        caseId,
        notificationId,
        cause,
        template.key(),
        recipientKind(),
        NewDelivery.EMAIL,
        end.state(),
        end.reason(),
        rfcMessageId,
        messageId,
        correlationId,
        traceparent);
  }

  private RecipientKind recipientKind() {
    return template.recipientKind();
  }
}
