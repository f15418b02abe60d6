package io.casewire.events;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A level of the escalation chain is reached; routing acts on it. Each level fires once per clock.
 *
 * @param level from 1
 * @param to {@code owner}, {@code lead}, {@code supervisor}, {@code queue:<id>} or an agent's id
 * @param awaitedMessageId the customer's unanswered message: once it is answered, the escalation is
 *     obsolete
 * @param noticedAt when it was found out, if that was long after: an outage delays, and loses
 *     nothing
 * @param seenRoutingSeq the last sequence of routing's events of this case that sla had applied:
 *     what came after it and matters makes this obsolete
 */
public record CaseEscalated(
    UUID caseId,
    UUID escalationId,
    UUID clockId,
    SlaMetric metric,
    int level,
    String to,
    EscalationAction action,
    @Nullable UUID awaitedMessageId,
    Instant at,
    @Nullable Instant noticedAt,
    @Nullable Long seenRoutingSeq)
    implements CaseEvent {}
