package io.casewire.intake.conversation;

import java.time.Instant;
import java.util.UUID;

/** A case that was just opened. */
public record OpenedCase(
    UUID caseId, String caseNumber, UUID messageId, Instant openedAt, int linkGeneration) {

  /** The place of the first message. */
  public PlacedMessage placedMessage() {
    return new PlacedMessage(caseId, caseNumber, messageId, true);
  }
}
