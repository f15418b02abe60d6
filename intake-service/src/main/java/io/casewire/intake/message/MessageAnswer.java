package io.casewire.intake.message;

import java.util.UUID;

/**
 * Where a message went.
 *
 * @param caseId another than the one it was posted to if that had ended
 */
record MessageAnswer(UUID messageId, UUID caseId, String caseNumber) {}
