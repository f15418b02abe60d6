package io.casewire.acceptance.load;

import java.time.Instant;
import java.util.UUID;

/** A request that was answered with success: from here on it must not be lost. */
public record AcceptedCase(UUID caseId, String address, Instant acceptedAt) {}
