package io.casewire.intake.lastword;

import io.casewire.events.CaseStatus;
import java.util.UUID;

/** A case that is closed now. */
record ClosingAnswer(UUID caseId, CaseStatus status) {}
