package io.casewire.notification.listing;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * A notice, whatever became of it.
 *
 * @param recipient an agent's id, or the customer's address; the customer's id if there is none
 * @param cause the event that the notice is about
 * @param reason a code: why it was not sent
 * @param messageId the Message-ID (RFC 5322) of its mail
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(name = "Notification")
public record NotificationItem(
    UUID notificationId,
    UUID caseId,
    String recipient,
    @Schema(enumeration = {"customer", "agent"}) String recipientKind,
    @Schema(enumeration = {"email", "chat", "webhook", "desk"}) String channel,
    String template,
    String locale,
    UUID cause,
    @Schema(enumeration = {"queued", "sent", "delivered", "bounced", "failed", "suppressed"})
        String state,
    @Nullable String reason,
    @Nullable String messageId,
    int attempts,
    Instant createdAt,
    @Nullable Instant sentAt) {}
