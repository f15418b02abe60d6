package io.casewire.routing.life;

import io.casewire.events.AssignmentReason;
import io.casewire.events.CaseStatus;
import io.casewire.events.Category;
import io.casewire.events.Priority;
import io.casewire.events.RefusalReason;
import io.casewire.events.StatusChangeReason;
import io.casewire.events.UndeliveredOutcome;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What happened to a case: as much as its next state needs, and what staff wrote. {@code CaseWork}
 * adds the case and the time when it publishes the event.
 */
public sealed interface LifeEvent {

  /** A message of the customer is on the case. */
  record MessageTaken(UUID messageId, long intakeSeq) implements LifeEvent {}

  /** The case can't take a message; intake has to find it another. */
  record MessageRefused(UUID messageId, RefusalReason reason, long intakeSeq)
      implements LifeEvent {}

  /** The customer said something that is no message. */
  record Heard(long intakeSeq) implements LifeEvent {}

  /** The case is in another phase, or pending with another wake-up time. */
  record StatusChanged(CaseStatus from, Phase to, StatusChangeReason reason) implements LifeEvent {}

  /** The case has this owner from now on. */
  record Assigned(String agentId, AssignmentReason why) implements LifeEvent {}

  /** The case has lost its owner; a {@link Queued} follows. */
  record Unassigned(String agentId, UnassignReason why) implements LifeEvent {}

  /** The case waits in this queue, or will once it is open again. */
  record Queued(String queue, Instant waitingSince) implements LifeEvent {}

  /**
   * An agent answered all that intake had told until then.
   *
   * @param then the status that the agent asked for with the answer
   */
  record Replied(UUID messageId, String agentId, String text, @Nullable CaseStatus then)
      implements LifeEvent {}

  /**
   * An answer did not reach the customer.
   *
   * @param reason the code of the notification that carried it
   * @param owner who owns the case after all that follows from this
   */
  record AnswerLost(
      UUID messageId, UndeliveredOutcome outcome, String reason, @Nullable String owner)
      implements LifeEvent {}

  /** Staff wrote something down. */
  record NoteAdded(UUID noteId, String agentId, String text) implements LifeEvent {}

  /** Staff corrected what the case is about. */
  record Classified(Category category, String language, String agentId) implements LifeEvent {}

  /**
   * The priority changed.
   *
   * @param escalationId the escalation that did it; null when a person did
   */
  record PriorityChanged(Priority from, Priority to, @Nullable UUID escalationId)
      implements LifeEvent {}
}
