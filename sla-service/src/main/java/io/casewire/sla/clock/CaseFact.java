package io.casewire.sla.clock;

import io.casewire.events.CaseStatus;
import io.casewire.events.Category;
import io.casewire.events.Priority;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What happens to a case after it was opened, as far as its clocks care. */
public sealed interface CaseFact {

  /** When it happened, which is when it counts; not when it was heard of. */
  Instant at();

  /**
   * The customer wrote again.
   *
   * @param sequence of the event among those of intake for the case
   * @param at when the customer sent it, as far as he can be believed
   * @param automatic whether a machine sent it: it starts and stops nothing
   */
  record CustomerWrote(long sequence, UUID messageId, Instant at, boolean automatic)
      implements CaseFact {}

  /** Routing refused a message: it belongs to another case and waits there. */
  record MessageRefused(UUID messageId, Instant at) implements CaseFact {}

  /**
   * An agent answered the customer.
   *
   * @param messageId the answer
   * @param seenIntakeSeq the last sequence of intake that its writer can have seen
   */
  record AgentReplied(UUID messageId, long seenIntakeSeq, Instant at) implements CaseFact {}

  /**
   * An answer did not reach the customer, so it answered nobody.
   *
   * @param messageId the answer
   * @param at when this became known
   */
  record AnswerLost(UUID messageId, Instant at) implements CaseFact {}

  /**
   * An answer was handed over to its channel. That only means something for one that was lost: it
   * was sent once more.
   */
  record AnswerSent(UUID messageId, Instant at) implements CaseFact {}

  /**
   * The case moved to another status.
   *
   * @param seenIntakeSeq the last sequence of intake that routing had applied
   */
  record StatusChanged(CaseStatus to, long seenIntakeSeq, Instant at) implements CaseFact {}

  /**
   * @param escalationId the escalation that raised the priority, if one did: the clocks then keep
   *     their targets, or an escalation would cause the next one
   */
  record PriorityChanged(Priority to, @Nullable UUID escalationId, Instant at)
      implements CaseFact {}

  /** Staff corrected the category or the language. */
  record Classified(Category category, String language, Instant at) implements CaseFact {}

  /** Somebody took up an escalation, so its clock climbs no further. */
  record EscalationAcknowledged(UUID escalationId, Instant at) implements CaseFact {}

  /**
   * Routing carried nothing of an escalation out, since it had been decided without a change of the
   * case.
   */
  record EscalationOvertaken(UUID escalationId, Instant at) implements CaseFact {}

  /** A supervisor put the running clocks under the current policies and calendars. */
  record Rebased(Instant at) implements CaseFact {}
}
