package io.casewire.routing.casework;

import io.casewire.events.CaseStatus;
import io.casewire.events.Priority;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A case in an agent's list.
 *
 * @param waitingSince the beginning of its turn
 * @param unread whether the customer has written since this agent looked at it
 */
public record ListedCase(
    UUID caseId,
    String caseNumber,
    String subject,
    @Nullable String customer,
    CaseStatus status,
    @Nullable String owner,
    String queue,
    Priority priority,
    String channel,
    @Nullable Instant dueAt,
    Instant waitingSince,
    boolean unread) {}
