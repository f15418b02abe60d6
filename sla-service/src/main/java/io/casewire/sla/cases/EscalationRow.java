package io.casewire.sla.cases;

import io.casewire.sla.clock.Outcome;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What a row of {@code escalation} begins with. */
record EscalationRow(
    UUID escalationId,
    UUID caseId,
    UUID clockId,
    String metric,
    int level,
    Instant raisedAt,
    String addressee,
    String action,
    @Nullable String queue,
    @Nullable String owner) {

  static EscalationRow of(CaseFile file, Outcome.Escalated raised) {
    return new EscalationRow(
        raised.escalationId(),
        file.caseId(),
        raised.clock().clockId(),
        raised.clock().metric().name(),
        raised.level().level(),
        raised.at(),
        raised.level().to().value(),
        raised.level().action().wireName(),
        file.queue(),
        file.owner());
  }
}
