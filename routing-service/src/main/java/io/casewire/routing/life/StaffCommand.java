package io.casewire.routing.life;

import io.casewire.events.CaseStatus;
import io.casewire.events.Category;
import io.casewire.events.Priority;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What a member of staff wants; {@link LegalMoves} says when, {@link Act} who may. */
public sealed interface StaffCommand extends CaseCommand {

  /** Who wants it. */
  Actor by();

  /** What it is in the table. */
  Act act();

  /**
   * Answer the customer.
   *
   * @param then pending or resolved, to move the case with the same click
   */
  record Reply(Actor by, UUID messageId, @Nullable CaseStatus then, Instant now)
      implements StaffCommand {
    @Override
    public Act act() {
      return Act.REPLY;
    }
  }

  /**
   * Move to another status.
   *
   * @param wakeAt with pending only: when it opens again by itself, after now
   * @param owner what the owner, if there is one, can do about a case that is opened again
   */
  record SetStatus(Actor by, CaseStatus to, @Nullable Instant wakeAt, OwnerState owner, Instant now)
      implements StaffCommand {
    @Override
    public Act act() {
      return Act.SET_STATUS;
    }
  }

  /**
   * Make an agent the owner, whatever he holds already.
   *
   * @param offline whether that agent is offline
   * @param force assign also to an agent who is offline
   */
  record Assign(Actor by, String agentId, boolean offline, boolean force) implements StaffCommand {
    @Override
    public Act act() {
      return by.agentId().equals(agentId) ? Act.TAKE : Act.GIVE;
    }
  }

  /** Put into a queue, without an owner. It keeps its turn. */
  record Enqueue(Actor by, String queue) implements StaffCommand {
    @Override
    public Act act() {
      return Act.ENQUEUE;
    }
  }

  /** Give back a case that was assigned to oneself. It keeps its turn. */
  record Decline(Actor by) implements StaffCommand {
    @Override
    public Act act() {
      return Act.DECLINE;
    }
  }

  /**
   * Correct category and language.
   *
   * @param fittingQueue the queue that takes such a case; an unowned case moves there
   */
  record Classify(Actor by, Category category, String language, String fittingQueue)
      implements StaffCommand {
    @Override
    public Act act() {
      return Act.CLASSIFY;
    }
  }

  /**
   * Change the priority.
   *
   * @param fittingQueue the queue that takes such a case; an unowned case moves there
   */
  record Prioritize(Actor by, Priority priority, String fittingQueue) implements StaffCommand {
    @Override
    public Act act() {
      return Act.PRIORITIZE;
    }
  }

  /** Write something down that the customer never sees. */
  record AddNote(Actor by, UUID noteId) implements StaffCommand {
    @Override
    public Act act() {
      return Act.NOTE;
    }
  }
}
