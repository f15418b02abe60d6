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
 * @param answers the last ones, in their order
 * @param clocks those that still wait for something, at most one per metric; the resolution clock
 *     of a resolved case; and the reply clocks that one of the answers has met
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
    List<Answer> answers,
    List<Clock> clocks,
    int clocksStarted) {

  public CaseClocks {
    waiting = List.copyOf(waiting);
    answers = List.copyOf(answers);
    clocks = List.copyOf(clocks);
  }

  /** Whether this answer is known to have reached nobody. */
  public boolean hasLost(@Nullable UUID messageId) {
    return answers.stream()
        .anyMatch(answer -> !answer.arrived() && answer.messageId().equals(messageId));
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
        List.of(),
        0);
  }
}
