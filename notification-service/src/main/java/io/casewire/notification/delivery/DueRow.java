package io.casewire.notification.delivery;

import com.fasterxml.jackson.databind.JsonNode;
import io.casewire.events.BounceKind;
import io.casewire.events.RecipientKind;
import io.casewire.kit.row.Rows;
import io.casewire.notification.notice.Content;
import io.casewire.notification.notice.Template;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A delivery that is due, with what is needed to write its letter or, if it is written, with it.
 *
 * @param attemptsBefore how many of the attempts were before it was queued again
 * @param letter sealed; null until it is written
 * @param agentActive null for an agent whom the directory does not know, and for a customer
 * @param suppressedBy what keeps mail from the address
 */
record DueRow(
    long place,
    UUID notificationId,
    UUID caseId,
    UUID cause,
    String template,
    String recipient,
    RecipientKind recipientKind,
    String locale,
    int attempts,
    int attemptsBefore,
    Instant queuedAt,
    String correlationId,
    @Nullable String traceparent,
    String rfcMessageId,
    @Nullable UUID messageId,
    @Nullable String inReplyTo,
    List<String> referenceIds,
    @Nullable JsonNode content,
    byte @Nullable [] letter,
    @Nullable String sender,
    @Nullable String address,
    String caseNumber,
    @Nullable String agentAddress,
    @Nullable String agentLanguage,
    @Nullable Boolean agentActive,
    @Nullable BounceKind suppressedBy) {

  /** This delivery in its next attempt. */
  Delivery nextAttempt() {
    return new Delivery(
        place,
        attempts + 1,
        attempts + 1 - attemptsBefore,
        notificationId,
        caseId,
        cause,
        template,
        recipientKind,
        rfcMessageId,
        messageId,
        queuedAt,
        correlationId,
        traceparent);
  }

  /** What its letter is written of. */
  Draft draft() {
    return new Draft(
        notificationId,
        caseId,
        caseNumber,
        contentOf(),
        new MailPlace(rfcMessageId, inReplyTo, referenceIds));
  }

  /** Where its letter goes; null for an agent whom the directory does not know. */
  @Nullable Addressee addressee() {
    return switch (recipientKind) {
      case CUSTOMER -> new Addressee(recipient, locale, true, suppressedBy);
      case AGENT ->
          agentAddress == null
              ? null
              : new Addressee(agentAddress, agentLanguage, agentActive, suppressedBy);
    };
  }

  /** Whether a machine wrote it. */
  boolean isAutomatic() {
    return templateOf().origin().isAutomatic();
  }

  private Template templateOf() {
    return Template.ofKey(template);
  }

  private Content contentOf() {
    Class<? extends Content> type =
        switch (templateOf()) {
          case CASE_ACKNOWLEDGED -> Content.Acknowledgement.class;
          case AGENT_REPLY -> Content.AgentReply.class;
          case CASE_RESOLVED -> Content.Resolution.class;
          case CASE_ASSIGNED -> Content.Assignment.class;
          case SLA_WARNING -> Content.Warning.class;
          case CASE_ESCALATED -> Content.Escalation.class;
          case ANSWER_UNDELIVERED -> Content.UndeliveredAnswer.class;
        };
    return Rows.column(content, type);
  }
}
