package io.casewire.notification.listing;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * All that the log tells of a notice. Never what it says: that is sealed while it waits and gone
 * once it is sent.
 *
 * @param causeType the kind of event that it is about; null for one from before kinds were kept
 * @param inReplyTo the mail that its mail answers
 * @param referenceIds earlier mails of the conversation, oldest first
 * @param address where its mail went or will go, once that is known; null for whom it is not for
 * @param nextAttemptAt of a mail that is queued
 * @param awaitsRecipient whether it waits for an agent whom nobody has defined
 * @param suppressedUntil until when no mail goes to the customer's address
 */
record NoticeDetails(
    UUID notificationId,
    UUID caseId,
    String caseNumber,
    String recipient,
    String recipientKind,
    String channel,
    String template,
    String locale,
    UUID cause,
    @Nullable String causeType,
    String state,
    @Nullable String reason,
    @Nullable String rfcMessageId,
    @Nullable String inReplyTo,
    List<String> referenceIds,
    @Nullable String address,
    int attempts,
    Instant createdAt,
    @Nullable Instant sentAt,
    @Nullable Instant nextAttemptAt,
    boolean awaitsRecipient,
    @Nullable Instant suppressedUntil) {}
