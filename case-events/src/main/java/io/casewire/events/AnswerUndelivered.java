package io.casewire.events;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An agent's answer did not reach the customer, so it counts for nothing: clocks that it had met
 * run again. If the case was not open, {@code case.status-changed.v1} follows; this is the one way
 * out of {@code closed}, unless the customer had closed the case. Spam and merged cases stay what
 * they are.
 *
 * @param messageId the answer
 * @param reason the code of the notification, for example {@code unknown-mailbox}
 * @param owner the agent who is told; absent if the case has none
 * @param at when routing heard of it, which is when the clocks run again
 */
public record AnswerUndelivered(
    UUID caseId,
    UUID messageId,
    UndeliveredOutcome outcome,
    String reason,
    @Nullable String owner,
    Instant at)
    implements CaseEvent {}
