package io.casewire.sla.clock;

import io.casewire.events.CaseStatus;
import io.casewire.sla.policy.CaseTraits;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * All that has to be remembered of a case between two facts. Made of plain values, so that it can
 * be stored in any form; storing and restoring it at any point changes no later outcome.
 *
 * @param traits without what an escalation changed
 * @param begunAt when a person first wrote; null as long as only machines did
 * @param responded whether the time of the first response is over
 * @param intakeSequence the last one applied
 * @param waiting messages without an answer, in their order of arrival
 * @param clocks those that still wait for something, and the resolution clock of a resolved case;
 *     at most one per metric
 * @param clocksStarted how many the case ever had
 */
public record CaseClocks(
    UUID caseId,
    CaseTraits traits,
    CaseStatus status,
    @Nullable Instant begunAt,
    boolean responded,
    long intakeSequence,
    List<WaitingMessage> waiting,
    List<Clock> clocks,
    int clocksStarted) {

  public CaseClocks {
    waiting = List.copyOf(waiting);
    clocks = List.copyOf(clocks);
  }

  /** A case of which nothing has happened yet. */
  public static CaseClocks before(CaseOpening opening) {
    return new CaseClocks(
        opening.caseId(),
        opening.traits(),
        CaseStatus.OPEN,
        null,
        false,
        Long.MIN_VALUE,
        List.of(),
        List.of(),
        0);
  }
}
