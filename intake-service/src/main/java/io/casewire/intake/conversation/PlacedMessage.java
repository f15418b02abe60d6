package io.casewire.intake.conversation;

import java.util.UUID;

/**
 * The place that a customer's message has got.
 *
 * @param opened whether the case was opened with it
 */
public record PlacedMessage(UUID caseId, String caseNumber, UUID messageId, boolean opened) {}
