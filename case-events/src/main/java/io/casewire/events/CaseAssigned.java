package io.casewire.events;

import java.time.Instant;
import java.util.UUID;

/**
 * The case has an owner.
 *
 * @param decisionId the stored decision record that explains the choice
 */
public record CaseAssigned(
    UUID caseId, String agentId, String queue, UUID decisionId, AssignmentReason why, Instant at)
    implements CaseEvent {}
