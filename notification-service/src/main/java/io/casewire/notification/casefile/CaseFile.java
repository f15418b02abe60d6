package io.casewire.notification.casefile;

import io.casewire.events.AnswerUndelivered;
import io.casewire.events.CaseAgentReplied;
import io.casewire.events.CaseAssigned;
import io.casewire.events.CaseClassified;
import io.casewire.events.CaseClosedByCustomer;
import io.casewire.events.CaseEscalated;
import io.casewire.events.CaseEvent;
import io.casewire.events.CaseNoteAdded;
import io.casewire.events.CaseOpened;
import io.casewire.events.CasePriorityChanged;
import io.casewire.events.CaseQueued;
import io.casewire.events.CaseRated;
import io.casewire.events.CaseStatus;
import io.casewire.events.CaseStatusChanged;
import io.casewire.events.CaseUnassigned;
import io.casewire.events.CustomerMessageReceived;
import io.casewire.events.EscalationResolved;
import io.casewire.events.MailBounced;
import io.casewire.events.MessageDelivered;
import io.casewire.events.MessageMoved;
import io.casewire.events.MessageRefused;
import io.casewire.events.MessageUndelivered;
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
import io.casewire.events.SlaWarning;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * This service's copy of a case. Pure: a new fact gives a new copy.
 *
 * @param caseNumber the number people use
 * @param subject of the customer's first message, if it had one
 * @param queue where the case waits or waited last
 * @param owner the agent who has the case
 * @param unconfirmed agents' answers in a chat that the customer's client has not shown yet, oldest
 *     first: they go by mail if it never does
 * @param routingSeq the last of routing's events by which sla's decisions are overtaken; 0 for none
 */
public record CaseFile(
    UUID caseId,
    String caseNumber,
    @Nullable String subject,
    Contact contact,
    MailThread thread,
    @Nullable String queue,
    @Nullable String owner,
    List<ChatReply> unconfirmed,
    long routingSeq) {

  public CaseFile {
    unconfirmed = List.copyOf(unconfirmed);
  }

  /** The file of a new case. */
  public static CaseFile open(CaseOpened opened) {
    return new CaseFile(
        opened.caseId(),
        opened.caseNumber(),
        opened.personal().subject(),
        Contact.first(opened),
        MailThread.EMPTY.received(opened.rfcMessageId(), opened.references()),
        null,
        null,
        List.of(),
        0);
  }

  /**
   * The file after one more fact about the case.
   *
   * @param sequence its number among the facts of its source
   */
  public CaseFile apply(CaseEvent event, long sequence) {
    CaseFile next = apply(event);
    return overtakes(event) ? next.at(sequence) : next;
  }

  /**
   * Whether a decision of sla is overtaken: its decider had not heard yet that somebody answered,
   * that the case does not wait for us, or that another agent has it.
   *
   * @param seenRoutingSeq the last of routing's events that the decider had seen; null if unknown
   */
  public boolean isOvertaken(@Nullable Long seenRoutingSeq) {
    return seenRoutingSeq != null && seenRoutingSeq < routingSeq;
  }

  private boolean overtakes(CaseEvent event) {
    return event instanceof CaseAgentReplied
        || event instanceof CaseStatusChanged change && change.to() != CaseStatus.OPEN
        || event instanceof CaseAssigned assigned
            && owner != null
            && !owner.equals(assigned.agentId());
  }

  /** The file after one more fact about the case, whatever its number. */
  public CaseFile apply(CaseEvent event) {
    return switch (event) {
      case CustomerMessageReceived message -> heardFrom(message);
      case CaseQueued queued -> inHandsOf(queued.queue(), null);
      case CaseAssigned assigned -> inHandsOf(assigned.queue(), assigned.agentId());
      case CaseUnassigned _ -> inHandsOf(queue, null);
      case CaseAgentReplied reply when reply.via().equals(Contact.CHAT) -> awaiting(reply);
      case MessageDelivered delivered -> settled(delivered.messageId());
      case MessageUndelivered undelivered -> settled(undelivered.messageId());
      case CaseOpened _,
          CaseAgentReplied _,
          CaseStatusChanged _,
          CaseClassified _,
          CaseClosedByCustomer _,
          CaseRated _,
          CaseEscalated _,
          CaseNoteAdded _,
          CasePriorityChanged _,
          EscalationResolved _,
          MessageMoved _,
          MailBounced _,
          MessageRefused _,
          NotificationBounced _,
          AnswerUndelivered _,
          NotificationFailed _,
          NotificationSent _,
          NotificationSuppressed _,
          SlaBreachWithdrawn _,
          SlaBreached _,
          SlaClockCancelled _,
          SlaClockMet _,
          SlaClockPaused _,
          SlaClockResumed _,
          SlaClockRetargeted _,
          SlaClockStarted _,
          SlaWarning _ ->
          this;
    };
  }

  /** Whether the same people may see both. */
  public boolean isInTheSameHandsAs(CaseFile other) {
    return Objects.equals(queue, other.queue) && Objects.equals(owner, other.owner);
  }

  /** An agent's answer in the chat that nobody has seen yet. */
  public Optional<ChatReply> unconfirmed(UUID messageId) {
    return unconfirmed.stream().filter(reply -> reply.messageId().equals(messageId)).findFirst();
  }

  /** The file after a mail of ours to the customer has got its place in the thread. */
  public CaseFile wroteToCustomer(String rfcMessageId) {
    return with(contact, thread.sent(rfcMessageId), unconfirmed);
  }

  /** What a machine sends neither tells where to answer nor is itself answered (RFC 3834). */
  private CaseFile heardFrom(CustomerMessageReceived message) {
    return message.automatic()
        ? this
        : with(
            contact.heard(message),
            thread.received(message.rfcMessageId(), message.references()),
            unconfirmed);
  }

  private CaseFile awaiting(CaseAgentReplied reply) {
    List<ChatReply> all =
        Stream.concat(unconfirmed.stream(), Stream.of(ChatReply.of(reply))).toList();
    return with(contact, thread, all);
  }

  private CaseFile settled(UUID messageId) {
    List<ChatReply> others =
        unconfirmed.stream().filter(reply -> !reply.messageId().equals(messageId)).toList();
    return with(contact, thread, others);
  }

  private CaseFile inHandsOf(@Nullable String newQueue, @Nullable String newOwner) {
    return new CaseFile(
        caseId, caseNumber, subject, contact, thread, newQueue, newOwner, unconfirmed, routingSeq);
  }

  private CaseFile at(long sequence) {
    return new CaseFile(
        caseId, caseNumber, subject, contact, thread, queue, owner, unconfirmed, sequence);
  }

  private CaseFile with(Contact newContact, MailThread newThread, List<ChatReply> replies) {
    return new CaseFile(
        caseId, caseNumber, subject, newContact, newThread, queue, owner, replies, routingSeq);
  }
}
