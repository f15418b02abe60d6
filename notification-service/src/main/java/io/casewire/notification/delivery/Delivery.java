package io.casewire.notification.delivery;

import io.casewire.events.RecipientKind;
import io.casewire.notification.announcement.Announcement;
import io.casewire.notification.attempt.NextStep;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A queued notice that is being worked on.
 *
 * @param place in the order of deliveries
 * @param messageId the agent's message that it carries, if it carries one
 * @param attempt which attempt this is, from 1; whoever holds an earlier one has lost it
 * @param tries how many there were, this one included, since it was queued for the last time
 */
record Delivery(
    long place,
    int attempt,
    int tries,
    UUID notificationId,
    UUID caseId,
    UUID cause,
    String template,
    RecipientKind recipientKind,
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
        template,
        recipientKind,
        NewDelivery.EMAIL,
        end.state(),
        end.reason(),
        rfcMessageId,
        messageId,
        correlationId,
        traceparent);
  }
}
