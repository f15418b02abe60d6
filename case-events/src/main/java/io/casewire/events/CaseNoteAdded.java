package io.casewire.events;

import java.time.Instant;
import java.util.UUID;

/** Staff wrote a note on the case; it is never shown to the customer. */
public record CaseNoteAdded(UUID caseId, UUID noteId, String agentId, Instant at, Personal personal)
    implements CaseEvent {

  /** What was noted. */
  public record Personal(String text) {}
}
