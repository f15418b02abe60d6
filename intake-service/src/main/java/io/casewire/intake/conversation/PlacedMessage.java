package io.casewire.intake.conversation;

import java.util.UUID;

/**
 * Where a customer's message has got its place.
 *
 * @param position in the case's conversation
 * @param opened whether the case was opened with it
 */
public record PlacedMessage(
    UUID caseId, String caseNumber, UUID messageId, long position, boolean opened) {}
