package io.casewire.intake.conversation;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.casewire.events.CaseStatus;
import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class AdmissionTest {

  private static final Instant UNTIL = Instant.parse("2026-03-16T01:00:00Z");

  @ParameterizedTest
  @EnumSource(names = {"OPEN", "PENDING"})
  void a_case_under_way_takes_messages(CaseStatus status) {
    assertTrue(theCase(status).admits(false, UNTIL));
  }

  @Test
  void a_resolved_case_takes_what_was_received_until_its_window_ends_whatever_the_time_is_now() {
    CaseEntity resolved = theCase(CaseStatus.RESOLVED);
    resolved.reopenUntil = UNTIL;

    assertTrue(resolved.admits(false, UNTIL));
    assertFalse(resolved.admits(false, UNTIL.plusNanos(1)));
  }

  @ParameterizedTest
  @EnumSource(names = {"CLOSED", "MERGED", "SPAM"})
  void a_case_that_ended_takes_nothing_but_a_machines_mail(CaseStatus status) {
    assertFalse(theCase(status).admits(false, UNTIL));
    assertTrue(theCase(status).admits(true, UNTIL));
  }

  private static CaseEntity theCase(CaseStatus status) {
    CaseEntity theCase = new CaseEntity(new UUID(0, 1));
    theCase.status = status;
    return theCase;
  }
}
