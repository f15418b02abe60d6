package io.casewire.routing.life;

import io.casewire.events.CaseStatus;
import io.casewire.events.Category;
import io.casewire.events.Priority;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A command of a member of staff about a case; {@link LegalMoves} says when it is legal, {@link
 * Act} who may give it. Commands are plain data: they could be kept and decided later, so all that
 * changes meanwhile comes with the {@link Circumstances}.
 */
public sealed interface StaffCommand {

  /**
   * The row of the command in the table.
   *
   * @param actorId the agent who gives the command
   */
  Act act(String actorId);

  /**
   * Answers the customer.
   *
   * @param text without secrets
   * @param then pending or resolved, to move the case with the answer
   */
  record Reply(UUID messageId, String text, @Nullable CaseStatus then) implements StaffCommand {

    @Override
    public Act act(String actorId) {
      return Act.REPLY;
    }
  }

  /**
   * Writes something down that the customer never sees.
   *
   * @param text without secrets
   */
  record AddNote(UUID noteId, String text) implements StaffCommand {

    @Override
    public Act act(String actorId) {
      return Act.NOTE;
    }
  }

  /**
   * Moves the case to another status.
   *
   * @param wakeAt with pending only: when it opens again by itself, after now
   */
  record SetStatus(CaseStatus to, @Nullable Instant wakeAt) implements StaffCommand {

    @Override
    public Act act(String actorId) {
      return Act.SET_STATUS;
    }
  }

  /**
   * Makes an agent the owner, whatever the agent holds already.
   *
   * @param force also an agent who is offline
   */
  record Assign(String agentId, boolean force) implements StaffCommand {

    @Override
    public Act act(String actorId) {
      return actorId.equals(agentId) ? Act.TAKE : Act.GIVE;
    }
  }

  /** Puts the case into a queue, without an owner. It keeps its turn. */
  record Enqueue(String queueId) implements StaffCommand {

    @Override
    public Act act(String actorId) {
      return Act.ENQUEUE;
    }
  }

  /** Gives back a case that was assigned to the actor. It keeps its turn. */
  record Decline() implements StaffCommand {

    @Override
    public Act act(String actorId) {
      return Act.DECLINE;
    }
  }

  /** Corrects category and language. A case without an owner moves to the queue that fits. */
  record Classify(Category category, String language) implements StaffCommand {

    @Override
    public Act act(String actorId) {
      return Act.CLASSIFY;
    }
  }

  /** Changes the priority. A case without an owner moves to the queue that fits. */
  record Prioritize(Priority priority) implements StaffCommand {

    @Override
    public Act act(String actorId) {
      return Act.PRIORITIZE;
    }
  }
}
