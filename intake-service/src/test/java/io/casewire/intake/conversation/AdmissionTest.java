package io.casewire.intake.conversation;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.casewire.events.CaseStatus;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class AdmissionTest {

  private static final Instant UNTIL = Instant.parse("2026-03-16T01:00:00Z");

  @ParameterizedTest
  @EnumSource(names = {"OPEN", "PENDING"})
  void a_case_under_way_takes_messages(CaseStatus status) {
    assertTrue(Admission.admits(status, null, false, UNTIL));
  }

  @Test
  void a_resolved_case_takes_what_was_received_until_its_window_ends_whatever_the_time_is_now() {
    assertTrue(Admission.admits(CaseStatus.RESOLVED, UNTIL, false, UNTIL));
    assertFalse(Admission.admits(CaseStatus.RESOLVED, UNTIL, false, UNTIL.plusNanos(1)));
  }

  @ParameterizedTest
  @EnumSource(names = {"CLOSED", "MERGED", "SPAM"})
  void a_case_that_ended_takes_nothing_but_a_machines_mail(CaseStatus status) {
    assertFalse(Admission.admits(status, null, false, UNTIL));
    assertTrue(Admission.admits(status, null, true, UNTIL));
  }
}
