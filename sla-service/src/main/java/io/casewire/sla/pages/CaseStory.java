package io.casewire.sla.pages;

import io.casewire.sla.desk.EscalationItem;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * All clocks of a case, and what they raised.
 *
 * @param desk the case's page at the desk; null where no desk is configured
 */
record CaseStory(
    UUID caseId,
    String caseNumber,
    @Nullable String desk,
    List<ClockStory> clocks,
    List<EscalationItem> escalations) {}
