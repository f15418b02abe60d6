package io.casewire.routing.desk;

import io.casewire.events.CaseStatus;
import io.casewire.routing.life.StaffCommand;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What members of staff can want of a case, from wherever they say so. */
public final class Wishes {

  private Wishes() {}

  /**
   * To answer the customer.
   *
   * @param then pending or resolved, to move the case with the answer
   */
  public static Wish reply(UUID messageId, @Nullable CaseStatus then) {
    return (by, _, _, now) -> new StaffCommand.Reply(by, messageId, then, now);
  }

  /** To write something down that the customer never sees. */
  public static Wish note(UUID noteId) {
    return (by, _, _, _) -> new StaffCommand.AddNote(by, noteId);
  }

  /** To give back what was assigned to oneself. */
  public static Wish decline() {
    return (by, _, _, _) -> new StaffCommand.Decline(by);
  }

  /**
   * To move the case to another status.
   *
   * @param wakeAt with pending only: when it opens again by itself
   */
  public static Wish status(CaseStatus to, @Nullable Instant wakeAt) {
    return (by, _, owner, now) -> new StaffCommand.SetStatus(by, to, wakeAt, owner, now);
  }
}
