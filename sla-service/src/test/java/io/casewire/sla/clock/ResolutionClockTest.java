package io.casewire.sla.clock;

import static io.casewire.sla.clock.CaseStory.customerWrote;
import static io.casewire.sla.clock.CaseStory.opened;
import static io.casewire.sla.clock.CaseStory.pending;
import static io.casewire.sla.clock.CaseStory.priority;
import static io.casewire.sla.clock.CaseStory.reopened;
import static io.casewire.sla.clock.CaseStory.replied;
import static io.casewire.sla.clock.CaseStory.resolved;
import static io.casewire.sla.clock.CaseStory.status;
import static io.casewire.sla.clock.CaseStory.time;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.casewire.events.CaseStatus;
import io.casewire.events.Category;
import io.casewire.events.Priority;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class ResolutionClockTest {

  private final CaseStory story = CaseStory.under(Rules.standard());

  @Test
  void a_resolution_is_due_in_the_open_hours_of_the_calendar() {
    story
        .when(opened(Category.FEES, "27 15:00"))
        .then(
            "firstResponse started 27 15:00 due 30 10:00",
            "resolution started 27 15:00 due 1 15:00");
  }

  @Test
  void a_span_that_ends_at_close_is_due_at_close() {
    story
        .when(opened(Category.FEES, "14:00"))
        .then("firstResponse started 14:00 due 18:00", "resolution started 14:00 due 25 14:00");
  }

  @Test
  void a_paused_clock_keeps_its_remaining_working_time() {
    story
        .given(opened(Category.FEES, "09:00"), replied(1, "09:30"))
        .when(pending(1, "11:00"))
        .then("resolution paused 11:00 remaining PT14H")
        .when(reopened("24 20:00"))
        .then("resolution resumed 24 20:00 due 26 16:00");
  }

  @Test
  void a_paused_clock_raises_nothing() {
    story
        .given(opened("09:00"), replied(1, "09:30"), pending(1, "10:00"))
        .when(time("30 00:00"))
        .then()
        .nextAlarmAt(null);
  }

  @Test
  void a_policy_that_pauses_on_nothing_never_pauses() {
    story
        .given(opened(Category.COMPLAINT, "09:00"))
        .when(pending(1, "10:00"))
        .then()
        .when(reopened("11:00"))
        .then();
  }

  @Test
  void a_case_may_be_resolved_out_of_the_pause() {
    story
        .given(opened("09:00"), replied(1, "09:30"), pending(1, "10:00"))
        .when(resolved(1, "25 10:00"))
        .then("resolution met 25 10:00");
  }

  @Test
  void a_reopened_case_goes_on_with_what_was_left() {
    story
        .given(opened("09:00"), replied(1, "09:30"), resolved(1, "19:00"))
        .when(reopened("24 09:00"))
        .then("resolution resumed 24 09:00 due 24 23:00")
        .when(resolved(1, "24 12:00"))
        .then("resolution met 24 12:00");
  }

  @Test
  void a_reopened_case_keeps_its_clock() {
    // Given
    story.given(opened("09:00"), replied(1, "09:30"), resolved(1, "19:00"));
    var before = story.clocks().clocks().getFirst();

    // When
    story.when(reopened("24 09:00"));

    // Then
    var after = story.clocks().clocks().getFirst();
    assertEquals(before.clockId(), after.clockId());
    assertEquals(ClockStanding.MET, before.standing());
    assertEquals(ClockStanding.RUNNING, after.standing());
    assertEquals(Duration.ofHours(14), after.remaining());
  }

  @Test
  void a_resolution_after_the_deadline_is_late() {
    story
        .given(opened("09:00"), replied(1, "09:30"), time("24 09:00"))
        .when(resolved(1, "24 09:30"))
        .then("resolution met late 24 09:30");
    assertEquals(ClockStanding.BREACHED, story.outcomes().getLast().clock().standing());
  }

  @Test
  void a_breached_clock_of_a_reopened_case_climbs_on_but_is_not_breached_again() {
    story
        .given(opened("09:00"), replied(1, "09:30"), time("24 09:00"), resolved(1, "24 09:30"))
        .when(reopened("25 12:00"))
        .then("resolution resumed 25 12:00 due 24 09:00")
        .nextAlarmAt("25 12:30")
        .when(time("26 00:00"))
        .then("resolution escalated 25 12:30 lead", "resolution escalated 25 15:30 supervisor")
        .nextAlarmAt(null);
  }

  @Test
  void a_priority_changed_while_resolved_counts_from_the_reopening() {
    story
        .given(opened("09:00"), replied(1, "09:30"), resolved(1, "10:00"))
        .when(priority(Priority.URGENT, "11:00"))
        .then()
        .when(reopened("12:00"))
        .then(
            "resolution resumed 12:00 due 24 11:00",
            "resolution retargeted 12:00 due 19:00 urgent");
  }

  @Test
  void a_resolved_case_may_go_back_to_waiting_for_the_customer() {
    story
        .given(opened("09:00"), replied(1, "09:30"), resolved(1, "10:00"))
        .when(pending(1, "12:00"))
        .then("resolution resumed 12:00 due 24 11:00", "resolution paused 12:00 remaining PT23H");
  }

  @Test
  void closing_ends_everything() {
    story
        .given(opened("09:00"), replied(1, "10:00"), customerWrote(2, "11:00"))
        .when(status(CaseStatus.CLOSED, 1, "12:00"))
        .then("resolution met 12:00", "nextResponse cancelled 12:00 closed")
        .nextAlarmAt(null);
  }

  @Test
  void closing_a_resolved_case_is_no_second_resolution() {
    story
        .given(opened("09:00"), replied(1, "10:00"), resolved(1, "11:00"))
        .when(status(CaseStatus.CLOSED, 1, "30 12:00"))
        .then();
  }

  @Test
  void merged_cases_and_spam_wait_for_nothing() {
    story
        .given(opened("09:00"))
        .when(status(CaseStatus.SPAM, 1, "09:10"))
        .then("firstResponse cancelled 09:10 spam", "resolution cancelled 09:10 spam");
    CaseStory.under(Rules.standard())
        .given(opened("09:00"))
        .when(status(CaseStatus.MERGED, 1, "09:10"))
        .then("firstResponse cancelled 09:10 merged", "resolution cancelled 09:10 merged");
  }

  @Test
  void nothing_follows_a_final_status() {
    story
        .given(opened("09:00"), status(CaseStatus.CLOSED, 1, "12:00"))
        .when(customerWrote(2, "13:00"))
        .then()
        .when(time("30 00:00"))
        .then();
  }
}
