package io.casewire.intake.conversation;

import java.util.UUID;

/** Who wants to read a case. What he is shown follows from which of these he is. */
public sealed interface Reader {

  /**
   * Holds the link of the public form. His address is unproven, so he sees the status and what was
   * sent with that form, and nothing that anybody else wrote.
   */
  record FormHolder(UUID caseId, int generation) implements Reader {}

  /** Holds the link that went to the customer's own mailbox, so he sees the conversation. */
  record MailboxHolder(UUID caseId, int generation) implements Reader {}

  /**
   * A member of staff.
   *
   * @param seesAllQueues whether he is a supervisor
   */
  record Staff(String agentId, boolean seesAllQueues) implements Reader {}
}
