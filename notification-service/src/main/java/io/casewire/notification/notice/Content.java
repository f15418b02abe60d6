package io.casewire.notification.notice;

import io.casewire.events.EscalationAction;
import io.casewire.events.SlaMetric;
import io.casewire.events.UndeliveredOutcome;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What a notice has to say besides the case's number and link. Only {@link AgentReply} holds words
 * that a person wrote: nothing that a customer typed comes back by an automatic mail, or strangers
 * could use the desk to send their texts to anybody's address.
 */
public sealed interface Content {

  Template template();

  /** The agent's message that this carries; null if it carries none. */
  default @Nullable UUID messageId() {
    return null;
  }

  /** The request has arrived. */
  record Acknowledgement() implements Content {
    @Override
    public Template template() {
      return Template.CASE_ACKNOWLEDGED;
    }
  }

  /**
   * An agent's answer.
   *
   * @param messageId null for one that was queued before its id was kept
   * @param subject of the customer's first message, if it had one
   * @param displayName how the agent is shown to the customer
   * @param answersMail whether the customer has written by mail: mail programs put an answer into
   *     his conversation only under his own subject
   */
  record AgentReply(
      @Nullable UUID messageId,
      @Nullable String subject,
      String displayName,
      String text,
      boolean answersMail)
      implements Content {
    @Override
    public Template template() {
      return Template.AGENT_REPLY;
    }
  }

  /**
   * The case is considered done.
   *
   * @param reopenUntil until when an answer takes the case up again
   */
  record Resolution(@Nullable Instant reopenUntil) implements Content {
    @Override
    public Template template() {
      return Template.CASE_RESOLVED;
    }
  }

  /** The case has become the agent's. */
  record Assignment(String queue) implements Content {
    @Override
    public Template template() {
      return Template.CASE_ASSIGNED;
    }
  }

  /**
   * A clock of the agent's case is about to be missed.
   *
   * @param late whether that was found out only after it was due
   */
  record Warning(SlaMetric metric, Instant dueAt, boolean late) implements Content {
    @Override
    public Template template() {
      return Template.SLA_WARNING;
    }
  }

  /** A case went unanswered and needs the agent. */
  record Escalation(SlaMetric metric, int level, EscalationAction action) implements Content {
    @Override
    public Template template() {
      return Template.CASE_ESCALATED;
    }
  }

  /** An answer in the agent's case did not reach the customer. */
  record UndeliveredAnswer(UndeliveredOutcome outcome) implements Content {
    @Override
    public Template template() {
      return Template.ANSWER_UNDELIVERED;
    }
  }
}
