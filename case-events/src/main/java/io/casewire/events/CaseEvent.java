package io.casewire.events;

import java.util.UUID;

/**
 * A fact about one case. All of them share the topic {@code case-events} and the case id as key, so
 * every consumer sees the facts of a case in one order, whichever service published them.
 */
public sealed interface CaseEvent extends Event
    permits CaseOpened,
        CustomerMessageReceived,
        MessageMoved,
        MessageDelivered,
        MessageUndelivered,
        MailBounced,
        CaseClosedByCustomer,
        CaseRated,
        CaseQueued,
        CaseAssigned,
        CaseUnassigned,
        CaseStatusChanged,
        CaseAgentReplied,
        AnswerUndelivered,
        CaseNoteAdded,
        CaseClassified,
        CasePriorityChanged,
        MessageRefused,
        EscalationResolved,
        SlaClockStarted,
        SlaClockPaused,
        SlaClockResumed,
        SlaClockMet,
        SlaClockCancelled,
        SlaClockRetargeted,
        SlaWarning,
        SlaBreached,
        SlaBreachWithdrawn,
        CaseEscalated,
        NotificationSent,
        NotificationFailed,
        NotificationSuppressed,
        NotificationBounced {

  /** The case this is about. */
  UUID caseId();

  @Override
  default String subject() {
    return caseId().toString();
  }
}
