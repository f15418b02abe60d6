package io.casewire.sla.cases;

import io.casewire.events.Assurance;
import io.casewire.events.CaseStatus;
import io.casewire.events.Category;
import io.casewire.events.Priority;
import io.casewire.sla.clock.Answer;
import io.casewire.sla.clock.CaseClocks;
import io.casewire.sla.clock.Clock;
import io.casewire.sla.clock.WaitingMessage;
import io.casewire.sla.policy.CaseTraits;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A row of {@code sla_case}. The constants of the contract stand in it by their names in Java. */
record CaseRow(
    UUID caseId,
    String caseNumber,
    @Nullable UUID customerId,
    @Nullable String queue,
    @Nullable String owner,
    String channel,
    String category,
    String language,
    String priority,
    String assurance,
    String status,
    @Nullable Instant begunAt,
    boolean responded,
    long intakeSequence,
    List<WaitingMessage> waiting,
    List<Answer> answers,
    int clocksStarted,
    String correlationId,
    long sequence) {

  static CaseRow of(CaseFile file) {
    CaseClocks clocks = file.clocks();
    CaseTraits traits = clocks.traits();
    return new CaseRow(
        clocks.caseId(),
        file.caseNumber(),
        file.customerId(),
        file.queue(),
        file.owner(),
        traits.channel(),
        traits.category().name(),
        traits.language(),
        traits.priority().name(),
        traits.assurance().name(),
        clocks.status().name(),
        clocks.begunAt(),
        clocks.responded(),
        clocks.intakeSequence(),
        clocks.waiting(),
        clocks.answers(),
        clocks.clocksStarted(),
        file.correlationId(),
        file.sequence());
  }

  CaseFile toFile(List<Clock> live) {
    CaseTraits traits =
        new CaseTraits(
            Category.valueOf(category),
            language,
            channel,
            Priority.valueOf(priority),
            Assurance.valueOf(assurance),
            List.of());
    CaseClocks clocks =
        new CaseClocks(
            caseId,
            traits,
            CaseStatus.valueOf(status),
            begunAt,
            responded,
            intakeSequence,
            waiting,
            answers,
            live,
            clocksStarted);
    return new CaseFile(clocks, caseNumber, customerId, queue, owner, correlationId, sequence);
  }
}
