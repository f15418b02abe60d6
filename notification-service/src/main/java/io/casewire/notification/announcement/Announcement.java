package io.casewire.notification.announcement;

import io.casewire.events.CaseEvent;
import io.casewire.events.NotificationBounced;
import io.casewire.events.NotificationFailed;
import io.casewire.events.NotificationSent;
import io.casewire.events.NotificationSuppressed;
import io.casewire.events.RecipientKind;
import io.casewire.events.envelope.Cause;
import io.casewire.notification.attempt.DeliveryState;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What became of a notice, to be told to the other services.
 *
 * @param cause the event that the notice is about
 * @param state a final one
 * @param reason a code; for a notice that was not sent or came back
 * @param rfcMessageId of a mail that was sent
 * @param messageId the agent's message that the notice carries, if it carries one
 * @param correlationId of the work that the notice is a part of
 */
public record Announcement(
    UUID caseId,
    UUID notificationId,
    UUID cause,
    String template,
    RecipientKind recipientKind,
    String channel,
    DeliveryState state,
    @Nullable String reason,
    @Nullable String rfcMessageId,
    @Nullable UUID messageId,
    String correlationId,
    @Nullable String traceparent) {

  /** The event, as of now. */
  CaseEvent event(Instant now) {
    return switch (state) {
      case SENT ->
          new NotificationSent(
              caseId,
              notificationId,
              cause,
              template,
              recipientKind,
              channel,
              rfcMessageId,
              messageId,
              now);
      case FAILED ->
          new NotificationFailed(
              caseId,
              notificationId,
              cause,
              template,
              recipientKind,
              channel,
              reason,
              messageId,
              now);
      case SUPPRESSED ->
          new NotificationSuppressed(
              caseId,
              notificationId,
              cause,
              template,
              recipientKind,
              channel,
              reason,
              messageId,
              now);
      case BOUNCED ->
          new NotificationBounced(
              caseId,
              notificationId,
              cause,
              template,
              recipientKind,
              channel,
              reason,
              messageId,
              now);
      case QUEUED -> throw new IllegalStateException("nothing has become of it yet");
    };
  }

  Cause publicationCause() {
    return new Cause(correlationId, cause.toString(), traceparent);
  }
}
