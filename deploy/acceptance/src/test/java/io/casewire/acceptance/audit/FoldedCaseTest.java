package io.casewire.acceptance.audit;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.casewire.events.AssignmentReason;
import io.casewire.events.CaseAssigned;
import io.casewire.events.CaseQueued;
import io.casewire.events.CaseStatus;
import io.casewire.events.CaseStatusChanged;
import io.casewire.events.CaseUnassigned;
import io.casewire.events.StatusChangeReason;
import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class FoldedCaseTest {

  private static final UUID CASE = UUID.fromString("01900000-0000-7000-8000-000000000001");
  private static final Instant NOW = Instant.parse("2026-03-02T09:00:00Z");
  private static final FoldedCase NEW =
      new FoldedCase("li@example.com", CaseStatus.OPEN, null, null);

  @Test
  void a_case_waits_in_its_queue_until_it_has_an_owner() {
    FoldedCase waiting = NEW.after(new CaseQueued(CASE, "payments", NOW));
    FoldedCase owned = waiting.after(assigned());

    assertEquals(new FoldedCase("li@example.com", CaseStatus.OPEN, null, "payments"), waiting);
    assertEquals(new FoldedCase("li@example.com", CaseStatus.OPEN, "zoe", "payments"), owned);
  }

  @Test
  void a_case_that_is_given_back_waits_again() {
    FoldedCase given =
        NEW.after(assigned()).after(new CaseUnassigned(CASE, "zoe", "declined", NOW));

    assertEquals(new FoldedCase("li@example.com", CaseStatus.OPEN, null, "payments"), given);
  }

  @Test
  void a_change_of_status_leaves_the_owner() {
    FoldedCase resolved =
        NEW.after(assigned())
            .after(
                new CaseStatusChanged(
                    CASE,
                    CaseStatus.OPEN,
                    CaseStatus.RESOLVED,
                    StatusChangeReason.REPLY,
                    NOW,
                    null,
                    0,
                    1,
                    NOW));

    assertEquals(
        new FoldedCase("li@example.com", CaseStatus.RESOLVED, "zoe", "payments"), resolved);
  }

  private static CaseAssigned assigned() {
    return new CaseAssigned(
        CASE,
        "zoe",
        "payments",
        UUID.fromString("01900000-0000-7000-8000-000000000002"),
        AssignmentReason.CAPACITY,
        NOW);
  }
}
