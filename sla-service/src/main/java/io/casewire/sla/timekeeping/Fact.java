package io.casewire.sla.timekeeping;

import io.casewire.events.AnswerUndelivered;
import io.casewire.events.CaseAgentReplied;
import io.casewire.events.CaseClassified;
import io.casewire.events.CaseEvent;
import io.casewire.events.CaseOpened;
import io.casewire.events.CasePriorityChanged;
import io.casewire.events.CaseStatusChanged;
import io.casewire.events.CustomerMessageReceived;
import io.casewire.events.EscalationOutcome;
import io.casewire.events.EscalationResolved;
import io.casewire.events.EventCodec;
import io.casewire.events.EventType;
import io.casewire.events.MessageRefused;
import io.casewire.events.NotificationSent;
import io.casewire.events.envelope.Cause;
import io.casewire.events.envelope.EventEnvelope;
import io.casewire.kit.inbox.ReceivedEvent;
import io.casewire.sla.clock.CaseFact;
import io.casewire.sla.clock.CaseOpening;
import io.casewire.sla.policy.CaseTraits;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** An event of a case with its envelope, in the words of the clocks. */
record Fact(EventEnvelope envelope, CaseEvent event) {

  static Fact of(ReceivedEvent received) {
    EventType type = EventType.byWireName(received.envelope().type()).orElseThrow();
    return new Fact(received.envelope(), (CaseEvent) EventCodec.decode(type, received.body()));
  }

  /** Of the notices only those that carry an answer. */
  boolean isOfInterest() {
    return !(event instanceof NotificationSent sent) || sent.messageId() != null;
  }

  UUID caseId() {
    return event.caseId();
  }

  /**
   * When the fact came to us, whatever its sender says: the rules that were in force then are those
   * that it is judged by.
   */
  Instant happenedAt() {
    return kept(envelope.time());
  }

  Cause cause() {
    return Cause.of(envelope);
  }

  CaseOpening opening(CaseOpened opened) {
    return new CaseOpening(
        opened.caseId(),
        envelope.sequence(),
        opened.messageId(),
        kept(opened.effectiveAt()),
        opened.automatic(),
        new CaseTraits(
            opened.category(),
            opened.language(),
            opened.channel(),
            opened.priority(),
            opened.assurance(),
            List.of()));
  }

  /** What it means to the clocks of the case; empty when it means nothing to them. */
  Optional<CaseFact> caseFact() {
    return Optional.ofNullable(
        switch (event) {
          case CustomerMessageReceived e ->
              new CaseFact.CustomerWrote(
                  envelope.sequence(), e.messageId(), kept(e.effectiveAt()), e.automatic());
          case CaseAgentReplied e ->
              new CaseFact.AgentReplied(e.messageId(), e.seenIntakeSeq(), kept(e.at()));
          case AnswerUndelivered e -> new CaseFact.AnswerLost(e.messageId(), kept(e.at()));
          case NotificationSent e when e.messageId() != null ->
              new CaseFact.AnswerSent(e.messageId(), kept(e.at()));
          case CaseStatusChanged e ->
              new CaseFact.StatusChanged(e.to(), e.seenIntakeSeq(), kept(e.at()));
          case EscalationResolved e when e.outcome() == EscalationOutcome.OBSOLETE ->
              new CaseFact.EscalationOvertaken(e.escalationId(), kept(e.at()));
          case MessageRefused e -> new CaseFact.MessageRefused(e.messageId(), kept(e.at()));
          case CasePriorityChanged e ->
              new CaseFact.PriorityChanged(e.to(), e.escalationId(), kept(e.at()));
          case CaseClassified e ->
              new CaseFact.Classified(e.category(), e.language(), kept(e.at()));
          default -> null;
        });
  }

  /** The database keeps microseconds; what is decided on now is what will be read back. */
  private static Instant kept(Instant at) {
    return at.truncatedTo(ChronoUnit.MICROS);
  }
}
