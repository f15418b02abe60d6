package io.casewire.sla.flow;

import io.casewire.events.AnswerUndelivered;
import io.casewire.events.AssignmentReason;
import io.casewire.events.Assurance;
import io.casewire.events.CaseAgentReplied;
import io.casewire.events.CaseAssigned;
import io.casewire.events.CaseClassified;
import io.casewire.events.CaseOpened;
import io.casewire.events.CasePriorityChanged;
import io.casewire.events.CaseQueued;
import io.casewire.events.CaseStatus;
import io.casewire.events.CaseStatusChanged;
import io.casewire.events.Category;
import io.casewire.events.CustomerMessageReceived;
import io.casewire.events.NotificationSent;
import io.casewire.events.PersonalMessage;
import io.casewire.events.Priority;
import io.casewire.events.RecipientKind;
import io.casewire.events.StatusChangeReason;
import io.casewire.events.UndeliveredOutcome;
import io.casewire.kit.id.Ids;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What intake and routing say of one case. */
public record CaseScript(UUID caseId, String caseNumber, String channel, Instant openedAt) {

  public static CaseScript through(String channel, Instant openedAt) {
    UUID caseId = Ids.next();
    return new CaseScript(
        caseId, "CW-" + Math.abs(caseId.getLeastSignificantBits()), channel, openedAt);
  }

  public CaseOpened opened() {
    return opened(Priority.NORMAL);
  }

  public CaseOpened opened(Priority priority) {
    return new CaseOpened(
        caseId,
        caseNumber,
        Ids.next(),
        1,
        channel,
        openedAt,
        openedAt,
        false,
        null,
        List.of(),
        List.of(),
        "en",
        "en",
        Ids.next(),
        priority,
        Category.PAYMENT_FAILED,
        1,
        Assurance.NONE,
        null,
        null,
        null,
        null,
        null,
        personal());
  }

  public CustomerMessageReceived writesAgain(Instant at) {
    return new CustomerMessageReceived(
        caseId,
        caseNumber,
        Ids.next(),
        2,
        channel,
        at,
        at,
        false,
        null,
        List.of(),
        List.of(),
        "en",
        "en",
        null,
        null,
        null,
        null,
        null,
        personal());
  }

  public CaseQueued queuedIn(String queue) {
    return new CaseQueued(caseId, queue, openedAt);
  }

  public CaseAssigned assignedTo(String agentId, String queue) {
    return new CaseAssigned(
        caseId, agentId, queue, Ids.next(), AssignmentReason.CAPACITY, openedAt);
  }

  public CaseAgentReplied answered(Instant at, long seenIntakeSeq) {
    return new CaseAgentReplied(
        caseId,
        Ids.next(),
        "ann",
        "Ann",
        channel,
        null,
        seenIntakeSeq,
        at,
        new CaseAgentReplied.Personal("We are on it."));
  }

  public AnswerUndelivered undelivered(UUID messageId, Instant at) {
    return new AnswerUndelivered(
        caseId, messageId, UndeliveredOutcome.BOUNCED, "unknown-mailbox", "ann", at);
  }

  public NotificationSent notified(UUID messageId, Instant at) {
    return new NotificationSent(
        caseId,
        Ids.next(),
        Ids.next(),
        "agent-reply",
        RecipientKind.CUSTOMER,
        "email",
        null,
        messageId,
        at);
  }

  public CaseStatusChanged moved(CaseStatus from, CaseStatus to, Instant at) {
    Instant reopenUntil = to == CaseStatus.RESOLVED ? at.plusSeconds(3600) : null;
    return new CaseStatusChanged(
        caseId, from, to, StatusChangeReason.AGENT, reopenUntil, null, 0, 1, at);
  }

  public CasePriorityChanged raised(Priority to, @Nullable UUID escalationId, Instant at) {
    return new CasePriorityChanged(caseId, Priority.NORMAL, to, escalationId, at);
  }

  public CaseClassified classified(Category category, Instant at) {
    return new CaseClassified(caseId, category, "en", "ann", at);
  }

  private static PersonalMessage personal() {
    return new PersonalMessage(
        "ann@customer.example", null, "Ann", "Payment", "It has failed", null, List.of());
  }
}
