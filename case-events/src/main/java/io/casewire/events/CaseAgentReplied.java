package io.casewire.events;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An agent answered the customer.
 *
 * @param displayName how the agent is shown to the customer
 * @param via the channel the answer goes through: that of the customer's last message
 * @param then the status the agent asked for with the same click, if any
 * @param seenIntakeSeq the last sequence of intake's events of this case that routing had applied:
 *     the answer counts for the messages up to it and for none after it
 */
public record CaseAgentReplied(
    UUID caseId,
    UUID messageId,
    String agentId,
    String displayName,
    String via,
    @Nullable CaseStatus then,
    long seenIntakeSeq,
    Instant at,
    Personal personal)
    implements CaseEvent {

  /** What the agent wrote. */
  public record Personal(String text) {}
}
