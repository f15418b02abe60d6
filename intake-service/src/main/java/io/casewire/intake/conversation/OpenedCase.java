package io.casewire.intake.conversation;

import java.time.Instant;
import java.util.UUID;

/** A case that was just opened. */
public record OpenedCase(
    UUID caseId, String caseNumber, UUID messageId, Instant openedAt, int linkGeneration) {}
