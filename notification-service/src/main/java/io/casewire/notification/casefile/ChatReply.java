package io.casewire.notification.casefile;

import io.casewire.events.CaseAgentReplied;
import java.util.UUID;

/**
 * An agent's answer that was given to a chat.
 *
 * @param displayName how the agent is shown to the customer
 */
public record ChatReply(UUID messageId, String displayName, String text) {

  static ChatReply of(CaseAgentReplied reply) {
    return new ChatReply(reply.messageId(), reply.displayName(), reply.personal().text());
  }
}
