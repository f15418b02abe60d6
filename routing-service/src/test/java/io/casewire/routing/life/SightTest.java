package io.casewire.routing.life;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.casewire.events.AssignmentReason;
import io.casewire.events.CaseStatus;
import io.casewire.events.Category;
import io.casewire.events.Priority;
import io.casewire.events.RefusalReason;
import io.casewire.events.StatusChangeReason;
import io.casewire.events.UndeliveredOutcome;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class SightTest {

  private static final UUID ID = new UUID(0, 1);
  private static final Instant NOW = Instant.parse("2026-03-03T10:00:00Z");

  @Test
  void reaches_to_the_event_that_the_decider_had_applied_and_no_further() {
    assertTrue(new Sight(4).covers(4));
    assertFalse(new Sight(4).covers(5));
  }

  @Test
  void of_a_decider_who_does_not_tell_covers_everything() {
    assertTrue(Sight.of(null).covers(Long.MAX_VALUE));
    assertEquals(new Sight(4), Sight.of(4L));
  }

  @Test
  void is_overtaken_by_what_changes_who_does_what_by_when() {
    List<LifeEvent> changes =
        List.of(
            new LifeEvent.StatusChanged(
                CaseStatus.OPEN, new Phase.Pending(null), StatusChangeReason.AGENT),
            new LifeEvent.Assigned("mei", AssignmentReason.CAPACITY),
            new LifeEvent.Unassigned("mei", UnassignReason.RETURNED),
            new LifeEvent.Queued("refunds", NOW),
            new LifeEvent.Replied(ID, "mei", "Hello", null),
            new LifeEvent.Classified(Category.REFUND, "en", "mei"),
            new LifeEvent.PriorityChanged(Priority.LOW, Priority.HIGH, null));

    changes.forEach(change -> assertTrue(Sight.isOvertakenBy(change), change::toString));
  }

  @Test
  void is_not_overtaken_by_notes_by_messages_and_by_answers_that_answered_nobody() {
    List<LifeEvent> others =
        List.of(
            new LifeEvent.NoteAdded(ID, "mei", "Ask the bank"),
            new LifeEvent.MessageTaken(ID, 4),
            new LifeEvent.MessageRefused(ID, RefusalReason.CLOSED, 4),
            new LifeEvent.Heard(4),
            new LifeEvent.AnswerLost(ID, UndeliveredOutcome.FAILED, "rejected", "mei"));

    others.forEach(other -> assertFalse(Sight.isOvertakenBy(other), other::toString));
  }
}
