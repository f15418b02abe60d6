package io.casewire.notification;

import io.casewire.events.AgentDefined;
import io.casewire.events.AgentRole;
import io.casewire.events.AnswerUndelivered;
import io.casewire.events.AssignmentReason;
import io.casewire.events.Assurance;
import io.casewire.events.BounceKind;
import io.casewire.events.CaseAgentReplied;
import io.casewire.events.CaseAssigned;
import io.casewire.events.CaseOpened;
import io.casewire.events.CaseQueued;
import io.casewire.events.CaseStatus;
import io.casewire.events.CaseStatusChanged;
import io.casewire.events.CaseUnassigned;
import io.casewire.events.Category;
import io.casewire.events.CustomerMessageReceived;
import io.casewire.events.EscalationAction;
import io.casewire.events.EscalationOutcome;
import io.casewire.events.EscalationResolved;
import io.casewire.events.MailBounced;
import io.casewire.events.MessageDelivered;
import io.casewire.events.MessageUndelivered;
import io.casewire.events.NoAutoReply;
import io.casewire.events.PersonalMessage;
import io.casewire.events.Priority;
import io.casewire.events.SlaMetric;
import io.casewire.events.SlaWarning;
import io.casewire.events.StatusChangeReason;
import io.casewire.events.UndeliveredOutcome;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Facts about one case, with values that a test only names where they matter. */
public record Facts(UUID caseId, String caseNumber, String address) {

  public static final Instant AT = Instant.parse("2026-03-02T09:30:00Z");
  public static final String SUBJECT = "Where is my refund?";
  public static final String TEXT = "I paid twice and want the second payment back.";

  /** A case of its own for each test. */
  public static Facts ofNewCase() {
    UUID caseId = UUID.randomUUID();
    String number = "CW-" + Math.abs(caseId.getLeastSignificantBits());
    return new Facts(caseId, number, "customer." + caseId + "@customers.example");
  }

  public Facts from(@Nullable String otherAddress) {
    return new Facts(caseId, caseNumber, otherAddress);
  }

  public CaseOpened openedByWeb(String locale) {
    return opened("web", locale, false, null, List.of(), null);
  }

  public CaseOpened openedByMail(String rfcMessageId, String... references) {
    return opened("email", "en", false, rfcMessageId, List.of(references), null);
  }

  public CaseOpened openedByMachine() {
    return opened("email", "en", true, "<machine@elsewhere.example>", List.of(), null);
  }

  public CaseOpened openedByChat() {
    return opened("chat", "en", false, null, List.of(), null);
  }

  public CaseOpened opened(
      String channel,
      String locale,
      boolean automatic,
      @Nullable String rfcMessageId,
      List<String> references,
      @Nullable String replyTo) {
    return opened(channel, locale, automatic, null, rfcMessageId, references, replyTo);
  }

  public CaseOpened openedWithout(NoAutoReply noAutoReply) {
    return opened("email", "en", false, noAutoReply, "<1@x>", List.of(), null);
  }

  private CaseOpened opened(
      String channel,
      String locale,
      boolean automatic,
      @Nullable NoAutoReply noAutoReply,
      @Nullable String rfcMessageId,
      List<String> references,
      @Nullable String replyTo) {
    return new CaseOpened(
        caseId,
        caseNumber,
        UUID.randomUUID(),
        1,
        channel,
        AT,
        AT,
        automatic,
        rfcMessageId,
        references,
        List.of(),
        "en",
        locale,
        UUID.randomUUID(),
        Priority.NORMAL,
        Category.REFUND,
        1,
        Assurance.NONE,
        null,
        null,
        null,
        null,
        noAutoReply,
        new PersonalMessage(address, replyTo, "Erika Musterfrau", SUBJECT, TEXT, null, List.of()));
  }

  public CustomerMessageReceived wroteAgain(
      String channel, boolean automatic, @Nullable String rfcMessageId, String... references) {
    return new CustomerMessageReceived(
        caseId,
        caseNumber,
        UUID.randomUUID(),
        2,
        channel,
        AT,
        AT,
        automatic,
        rfcMessageId,
        List.of(references),
        List.of(),
        "en",
        "en",
        null,
        null,
        null,
        null,
        null,
        new PersonalMessage(address, null, null, null, TEXT, null, List.of()));
  }

  public CaseAgentReplied replied(String via, String text) {
    return new CaseAgentReplied(
        caseId,
        UUID.randomUUID(),
        "wei",
        "Wei Zhang",
        via,
        null,
        1,
        AT,
        new CaseAgentReplied.Personal(text));
  }

  public MessageDelivered delivered(CaseAgentReplied reply) {
    return new MessageDelivered(caseId, reply.messageId(), reply.via(), AT);
  }

  public MessageUndelivered undelivered(CaseAgentReplied reply) {
    return new MessageUndelivered(caseId, reply.messageId(), reply.via(), AT);
  }

  public CaseQueued queued(String queue) {
    return new CaseQueued(caseId, queue, AT);
  }

  public CaseAssigned assigned(String agentId) {
    return new CaseAssigned(
        caseId, agentId, "payments", UUID.randomUUID(), AssignmentReason.CAPACITY, AT);
  }

  public CaseUnassigned unassigned(String agentId) {
    return new CaseUnassigned(caseId, agentId, "declined", AT);
  }

  public CaseStatusChanged moved(CaseStatus to) {
    return new CaseStatusChanged(
        caseId, CaseStatus.OPEN, to, StatusChangeReason.AGENT, AT, null, 0, 1, AT);
  }

  public SlaWarning warning() {
    return warningSeeing(null);
  }

  public SlaWarning warningSeeing(@Nullable Long routingSeq) {
    return new SlaWarning(
        caseId, UUID.randomUUID(), SlaMetric.FIRST_RESPONSE, AT, AT, 1, 1, null, routingSeq);
  }

  public MailBounced bounced(
      String rfcMessageId, BounceKind kind, @Nullable String status, Instant at) {
    return new MailBounced(caseId, rfcMessageId, kind, status, at);
  }

  public AnswerUndelivered answerUndelivered(UndeliveredOutcome outcome, @Nullable String owner) {
    return new AnswerUndelivered(caseId, UUID.randomUUID(), outcome, "unknown-mailbox", owner, AT);
  }

  public EscalationResolved escalated(EscalationOutcome outcome, String... agentIds) {
    return new EscalationResolved(
        caseId,
        UUID.randomUUID(),
        SlaMetric.FIRST_RESPONSE,
        2,
        EscalationAction.NOTIFY,
        List.of(agentIds),
        outcome,
        AT);
  }

  /** An agent of the queue {@code payments} who knows these languages. */
  public static AgentDefined agent(
      String agentId, long version, boolean active, Map<String, String> languages) {
    return agent(agentId, version, active, languages, "payments");
  }

  /** An agent of one queue. */
  public static AgentDefined agent(
      String agentId, long version, boolean active, Map<String, String> languages, String queue) {
    return new AgentDefined(
        agentId,
        version,
        AgentRole.AGENT,
        List.of(queue),
        List.of(),
        languages,
        5,
        active,
        new AgentDefined.Personal("Wei Zhang", agentId + "@staff.example"));
  }
}
