package io.casewire.sla.cases;

import io.casewire.events.EscalationResolved;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** What routing made of an escalation. */
record EscalationEnd(
    UUID escalationId, String outcome, List<String> recipients, Instant resolvedAt) {

  static EscalationEnd of(EscalationResolved resolved) {
    return new EscalationEnd(
        resolved.escalationId(),
        resolved.outcome().wireName(),
        resolved.recipients(),
        resolved.at());
  }
}
