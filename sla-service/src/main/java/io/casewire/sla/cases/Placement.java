package io.casewire.sla.cases;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Where a case is now, to be noted beside its escalations. */
record Placement(UUID caseId, @Nullable String queue, @Nullable String owner) {

  static Placement of(CaseFile file) {
    return new Placement(file.caseId(), file.queue(), file.owner());
  }
}
