package io.casewire.acceptance.load;

import java.util.UUID;

/** An agent's answer that routing has accepted. */
public record Answered(UUID caseId, UUID messageId) {}
