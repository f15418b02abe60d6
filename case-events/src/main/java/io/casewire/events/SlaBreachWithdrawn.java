package io.casewire.events;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * What the clock waited for had happened in time and was only heard of late.
 *
 * @param escalationIds the escalations that must be undone where they are still pending
 */
public record SlaBreachWithdrawn(
    UUID caseId, UUID clockId, SlaMetric metric, Instant metAt, List<UUID> escalationIds)
    implements CaseEvent {

  public SlaBreachWithdrawn {
    escalationIds = Copies.of(escalationIds);
  }
}
