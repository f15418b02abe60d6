package io.casewire.intake.conversation;

import io.casewire.events.CaseStatus;
import java.time.Instant;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What intake knows of a case, true as long as its lock is held.
 *
 * @param reopenUntil set while it is resolved
 * @param participants addresses that take part in it, normalised for comparison
 */
public record CaseCopy(
    UUID caseId,
    String caseNumber,
    CaseStatus status,
    @Nullable Instant reopenUntil,
    Set<String> participants) {

  public CaseCopy {
    participants = Set.copyOf(participants);
  }
}
