package io.casewire.events;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * Routing acted on an escalation, or found it overtaken. The only event that alerts staff of an
 * escalation.
 *
 * @param recipients ids of the agents to alert; empty unless the outcome is {@code done}
 */
public record EscalationResolved(
    UUID caseId,
    UUID escalationId,
    SlaMetric metric,
    int level,
    EscalationAction action,
    List<String> recipients,
    EscalationOutcome outcome,
    Instant at)
    implements CaseEvent {

  public EscalationResolved {
    recipients = Copies.of(recipients);
  }
}
