package io.casewire.intake.conversation;

import java.util.UUID;

/** A customer who has a case already. */
public record Correspondent(UUID caseId, Sender sender) {}
