package io.casewire.intake.conversation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.casewire.events.CaseStatus;
import io.casewire.events.CaseStatusChanged;
import io.casewire.events.StatusChangeReason;
import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class CaseFollowsRoutingTest {

  private static final UUID ID = new UUID(0, 1);

  @Test
  void a_closed_case_stays_closed_when_routing_moves_it_without_knowing() {
    CaseEntity closed = closed();

    assertFalse(closed.follow(opened(CaseStatus.PENDING, StatusChangeReason.WAKE_UP)));
    assertEquals(CaseStatus.CLOSED, closed.status);
  }

  @Test
  void a_closed_case_opens_again_when_routing_opens_it_for_an_answer_that_was_lost() {
    CaseEntity closed = closed();

    assertTrue(closed.follow(opened(CaseStatus.CLOSED, StatusChangeReason.ANSWER_UNDELIVERED)));
    assertEquals(CaseStatus.OPEN, closed.status);
  }

  private static CaseEntity closed() {
    CaseEntity closed = new CaseEntity(ID);
    closed.status = CaseStatus.CLOSED;
    return closed;
  }

  private static CaseStatusChanged opened(CaseStatus from, StatusChangeReason reason) {
    Instant at = Instant.parse("2026-03-02T09:00:00Z");
    return new CaseStatusChanged(ID, from, CaseStatus.OPEN, reason, null, null, 1, 1, at);
  }
}
