package io.casewire.acceptance.load;

import java.time.Instant;
import java.util.UUID;

/**
 * An agent's answer that routing has accepted.
 *
 * @param at when it was accepted, by the clock of the patience with which its customer waits
 */
public record Answered(UUID caseId, UUID messageId, Instant at) {}
