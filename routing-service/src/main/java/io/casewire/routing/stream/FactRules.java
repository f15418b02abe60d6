package io.casewire.routing.stream;

import io.casewire.events.CaseClosedByCustomer;
import io.casewire.events.CaseEscalated;
import io.casewire.events.CaseOpened;
import io.casewire.events.CaseRated;
import io.casewire.events.CustomerMessageReceived;
import io.casewire.events.EventType;
import io.casewire.events.MessageMoved;
import io.casewire.events.NotificationBounced;
import io.casewire.events.NotificationFailed;
import io.casewire.events.NotificationSent;
import io.casewire.events.NotificationSuppressed;
import io.casewire.events.SlaBreachWithdrawn;
import io.casewire.events.SlaBreached;
import io.casewire.events.SlaClockCancelled;
import io.casewire.events.SlaClockMet;
import io.casewire.events.SlaClockPaused;
import io.casewire.events.SlaClockResumed;
import io.casewire.events.SlaClockRetargeted;
import io.casewire.events.SlaClockStarted;
import io.casewire.events.UndeliveredOutcome;
import io.casewire.routing.casework.CaseEntity;
import io.casewire.routing.casework.Occasion;
import io.casewire.routing.life.CaseState;
import io.casewire.routing.life.Label;
import io.casewire.routing.life.LifeEvent;
import io.casewire.routing.life.SystemCommand.CloseForCustomer;
import io.casewire.routing.life.SystemCommand.TakeMessage;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** The rule for each kind of fact: what it does to its case. */
final class FactRules {

  private static final int LONGEST_SUBJECT_OF_TEXT = 80;

  private FactRules() {}

  static void follow(Batch batch, Fact fact) {
    switch (fact.event()) {
      case CaseOpened e -> open(batch, fact, e);
      case CustomerMessageReceived e -> take(batch, fact, e);
      case MessageMoved e -> moved(batch, fact, e);
      case CaseClosedByCustomer e -> close(batch, fact, e);
      case CaseRated e -> rated(batch, fact, e);
      case SlaClockStarted e -> due(batch, fact, e.clockId(), e.dueAt());
      case SlaClockResumed e -> due(batch, fact, e.clockId(), e.dueAt());
      case SlaClockRetargeted e -> retarget(batch, fact, e);
      case SlaClockPaused e -> notDue(batch, fact, e.clockId());
      case SlaClockMet e -> notDue(batch, fact, e.clockId());
      case SlaClockCancelled e -> notDue(batch, fact, e.clockId());
      case SlaBreached e -> tell(batch, fact, e.breachedAt());
      // An escalation is carried out as it comes, so there is none left that waits.
      case SlaBreachWithdrawn e -> tell(batch, fact, e.metAt());
      case CaseEscalated e -> {
        tell(batch, fact, e.at());
        Escalations.act(batch, fact, e);
      }
      case NotificationSent _ -> AnswerFates.arrived(batch, fact);
      case NotificationSuppressed e ->
          AnswerFates.lost(batch, fact, UndeliveredOutcome.SUPPRESSED, e.reason());
      case NotificationFailed e ->
          AnswerFates.lost(batch, fact, UndeliveredOutcome.FAILED, e.reason());
      case NotificationBounced e ->
          AnswerFates.lost(batch, fact, UndeliveredOutcome.BOUNCED, e.reason());
      default -> throw new IllegalStateException("not consumed: " + EventType.of(fact.event()));
    }
  }

  private static void open(Batch batch, Fact fact, CaseOpened opened) {
    if (batch.has(opened)) {
      return;
    }
    CaseEntity theCase = new CaseEntity(opened, subjectOf(opened));
    long sequence = fact.envelope().sequence();
    Label label = new Label(opened.priority(), opened.category(), opened.language());
    // Which queue takes it depends on what it is about, so it is without one for a moment.
    theCase.become(CaseState.opened("", opened.receivedAt(), label, sequence));
    String queue = batch.queues().fitting(theCase.facts()).id();
    batch.add(theCase);
    batch.work().tell(theCase, fact.envelope().id(), opened, byCustomer(fact, opened.receivedAt()));
    batch.work().customerWrote(theCase, opened, sequence);
    batch
        .work()
        .apply(
            theCase,
            List.of(new LifeEvent.Queued(queue, opened.receivedAt())),
            fact.occasion(batch.now(), Occasion.SYSTEM));
  }

  private static String subjectOf(CaseOpened opened) {
    String subject = opened.personal().subject();
    String text = opened.personal().text();
    return subject != null
        ? subject
        : text.substring(0, Math.min(text.length(), LONGEST_SUBJECT_OF_TEXT));
  }

  private static void take(Batch batch, Fact fact, CustomerMessageReceived message) {
    CaseEntity theCase = batch.caseOf(fact);
    long sequence = fact.envelope().sequence();
    batch
        .work()
        .tell(theCase, fact.envelope().id(), message, byCustomer(fact, message.receivedAt()));
    batch.work().customerWrote(theCase, message, sequence);
    TakeMessage command =
        new TakeMessage(
            message.messageId(),
            message.receivedAt(),
            message.automatic(),
            sequence,
            batch.work().ownerOf(theCase));
    batch.carryOut(fact, command);
    if (!message.automatic()) {
      theCase.answerThrough(message.channel());
    }
  }

  private static void moved(Batch batch, Fact fact, MessageMoved event) {
    CaseEntity theCase = batch.caseOf(fact);
    theCase.become(theCase.state().seen(fact.envelope().sequence()));
    tell(batch, fact, event.at());
  }

  private static void close(Batch batch, Fact fact, CaseClosedByCustomer event) {
    CaseEntity theCase = batch.caseOf(fact);
    batch.work().tell(theCase, fact.envelope().id(), event, byCustomer(fact, event.at()));
    batch
        .work()
        .carryOut(
            theCase,
            new CloseForCustomer(fact.envelope().sequence()),
            byCustomer(fact, batch.now()));
  }

  private static void rated(Batch batch, Fact fact, CaseRated event) {
    CaseEntity theCase = batch.caseOf(fact);
    theCase.become(theCase.state().seen(fact.envelope().sequence()));
    batch.work().tell(theCase, fact.envelope().id(), event, byCustomer(fact, event.at()));
    batch.work().customerRated(event, fact.envelope().id(), fact.envelope().sequence());
  }

  private static void due(Batch batch, Fact fact, UUID clockId, Instant dueAt) {
    batch.caseOf(fact).due(clockId, dueAt);
    batch.work().touch(batch.caseOf(fact));
  }

  /** A clock that stands still has no due instant, whatever its target would be. */
  private static void retarget(Batch batch, Fact fact, SlaClockRetargeted event) {
    CaseEntity theCase = batch.caseOf(fact);
    if (theCase.isDue(event.clockId())) {
      theCase.due(event.clockId(), event.dueAt());
      batch.work().touch(theCase);
    }
  }

  private static void notDue(Batch batch, Fact fact, UUID clockId) {
    batch.caseOf(fact).notDue(clockId);
    batch.work().touch(batch.caseOf(fact));
  }

  private static void tell(Batch batch, Fact fact, Instant at) {
    batch
        .work()
        .tell(
            batch.caseOf(fact),
            fact.envelope().id(),
            fact.event(),
            fact.occasion(at, Occasion.SYSTEM));
  }

  private static Occasion byCustomer(Fact fact, Instant at) {
    return fact.occasion(at, Occasion.CUSTOMER);
  }
}
