package io.casewire.routing.casework;

import java.util.UUID;

/** A message on a case. One that was moved is on two, and came to each with its own event. */
public record MessageKey(UUID caseId, UUID messageId) {}
