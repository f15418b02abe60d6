package io.casewire.intake.conversation;

import java.util.UUID;

/** The person who looks at a case; the kind decides what is shown. */
public sealed interface Viewer {

  /** A customer, by the link to one case. */
  sealed interface Customer extends Viewer {

    /** The case of the link. */
    UUID caseId();

    /** The number of the link's issue; links of an earlier issue open nothing any more. */
    int generation();
  }

  /**
   * Holds the link of the public form. The address is unproven, so the holder sees the status and
   * the messages of that form, and no other text.
   */
  record FormHolder(UUID caseId, int generation) implements Customer {}

  /** Holds the link that went to the customer's own mailbox, and sees the conversation. */
  record MailboxHolder(UUID caseId, int generation) implements Customer {}

  /**
   * A member of staff.
   *
   * @param seesAllQueues true for a supervisor
   */
  record Staff(String agentId, boolean seesAllQueues) implements Viewer {}
}
