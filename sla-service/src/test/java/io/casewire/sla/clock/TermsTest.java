package io.casewire.sla.clock;

import static io.casewire.sla.clock.CaseStory.classified;
import static io.casewire.sla.clock.CaseStory.customerWrote;
import static io.casewire.sla.clock.CaseStory.opened;
import static io.casewire.sla.clock.CaseStory.pending;
import static io.casewire.sla.clock.CaseStory.policiesReplaced;
import static io.casewire.sla.clock.CaseStory.priority;
import static io.casewire.sla.clock.CaseStory.priorityRaisedByEscalation;
import static io.casewire.sla.clock.CaseStory.rebased;
import static io.casewire.sla.clock.CaseStory.reopened;
import static io.casewire.sla.clock.CaseStory.replied;
import static io.casewire.sla.clock.CaseStory.time;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.casewire.events.Category;
import io.casewire.events.Priority;
import org.junit.jupiter.api.Test;

class TermsTest {

  private final CaseStory story = CaseStory.under(Rules.standard());

  @Test
  void the_first_policy_that_fits_sets_the_targets() {
    story
        .when(opened(Category.REFUND, Priority.URGENT, "09:00"))
        .then("firstResponse started 09:00 due 10:00", "resolution started 09:00 due 17:00");
  }

  @Test
  void a_case_without_targets_has_no_clocks() {
    story.when(opened(Category.OTHER, "09:00")).then().nextAlarmAt(null);
  }

  @Test
  void a_clock_remembers_the_versions_it_is_judged_by() {
    story.when(opened(Category.FEES, "09:00"));

    assertEquals(new Terms("fees", 1, "desk", 1), story.clocks().clocks().getFirst().terms());
  }

  @Test
  void running_clocks_keep_their_policies_and_calendars() {
    story
        .given(opened(Category.FEES, "09:00"), policiesReplaced())
        .when(pending(1, "10:00"))
        .then(
            "firstResponse paused 10:00 remaining PT3H", "resolution paused 10:00 remaining PT15H")
        .when(reopened("24 08:00"))
        .then(
            "firstResponse resumed 24 08:00 due 24 12:00",
            "resolution resumed 24 08:00 due 25 17:00");
  }

  @Test
  void a_new_clock_takes_the_current_policies() {
    story
        .given(opened("09:00"), replied(1, "10:00"), policiesReplaced())
        .when(customerWrote(2, "11:00"))
        .then("nextResponse started 11:00 due 11:30");
  }

  @Test
  void a_new_priority_moves_the_deadline_by_what_has_passed_already() {
    story
        .given(opened("09:00"))
        .when(priority(Priority.URGENT, "09:30"))
        .then(
            "firstResponse retargeted 09:30 due 10:00 urgent",
            "resolution retargeted 09:30 due 17:00 urgent");
  }

  @Test
  void a_retargeted_clock_keeps_its_id() {
    // Given
    story.given(opened("09:00"));
    var before = story.clocks().clocks().stream().map(Clock::clockId).toList();

    // When
    story.when(priority(Priority.URGENT, "09:30"));

    // Then
    assertEquals(before, story.clocks().clocks().stream().map(Clock::clockId).toList());
  }

  @Test
  void a_priority_that_selects_the_same_policy_changes_nothing() {
    story.given(opened("09:00")).when(priority(Priority.LOW, "09:30")).then();
  }

  @Test
  void time_counted_under_one_calendar_counts_under_another() {
    story
        .given(opened(Category.FEES, "11:00"), replied(1, "11:01"))
        .when(classified(Category.REFUND, "15:00"))
        .then("resolution retargeted 15:00 due 24 12:00 standard");
  }

  @Test
  void a_target_that_is_used_up_is_due_at_the_change_and_not_before() {
    story
        .given(opened("09:00"))
        .when(priority(Priority.URGENT, "11:30"))
        .then(
            "firstResponse retargeted 11:30 due 11:30 urgent",
            "resolution retargeted 11:30 due 17:00 urgent")
        .when(time("12:00"))
        .then("firstResponse breached 11:30", "firstResponse escalated 11:30 owner")
        .nextAlarmAt("12:30");
  }

  @Test
  void a_paused_clock_is_retargeted_without_running() {
    story
        .given(opened("09:00"), replied(1, "09:30"), pending(1, "10:00"))
        .when(priority(Priority.URGENT, "12:00"))
        .then("resolution retargeted 12:00 due 19:00 urgent")
        .nextAlarmAt(null)
        .when(reopened("20:00"))
        .then("resolution resumed 20:00 due 24 03:00");
  }

  @Test
  void a_priority_raised_by_an_escalation_never_selects_a_policy_anew() {
    story
        .given(opened("09:00"))
        .when(priorityRaisedByEscalation(Priority.URGENT, "09:30"))
        .then()
        .when(classified(Category.LOGIN, "09:40"))
        .then();
  }

  @Test
  void a_broken_promise_stays_broken() {
    story
        .given(opened(Category.FEEDBACK, "09:00"), time("13:00"))
        .when(priority(Priority.URGENT, "13:30"))
        .then("resolution started 09:00 due 17:00")
        .when(time("14:00"))
        .then("firstResponse escalated 14:00 lead");
  }

  @Test
  void a_change_in_time_that_is_heard_of_late_withdraws_the_breach() {
    story
        .given(opened(Category.REFUND, Priority.URGENT, "09:00"), replied(1, "09:01"))
        .given(time("17:00"))
        .when(priority(Priority.NORMAL, "16:00"))
        .then(
            "resolution breach withdrawn 16:00 with 1",
            "resolution retargeted 16:00 due 24 09:00 standard");
  }

  @Test
  void a_clock_without_a_target_in_the_new_policy_is_cancelled() {
    story
        .given(opened("09:00"))
        .when(classified(Category.FEEDBACK, "09:30"))
        .then(
            "firstResponse retargeted 09:30 due 13:00 feedback",
            "resolution cancelled 09:30 no-target");
  }

  @Test
  void a_target_that_is_new_in_the_policy_starts_a_clock_from_the_beginning() {
    story
        .given(opened(Category.OTHER, "09:00"))
        .when(classified(Category.REFUND, "10:00"))
        .then("firstResponse started 09:00 due 13:00", "resolution started 09:00 due 24 09:00");
  }

  @Test
  void a_late_first_target_is_due_at_the_change_and_not_before() {
    story
        .given(opened(Category.OTHER, "09:00"))
        .when(classified(Category.REFUND, "14:00"))
        .then("firstResponse started 09:00 due 14:00", "resolution started 09:00 due 24 09:00");
  }

  @Test
  void a_waiting_message_gets_its_clock_when_the_new_policy_has_the_target() {
    story
        .given(opened(Category.FEEDBACK, "09:00"), replied(1, "09:30"), customerWrote(2, "10:00"))
        .when(classified(Category.REFUND, "10:30"))
        .then("nextResponse started 10:00 due 12:00", "resolution started 09:00 due 24 09:00");
  }

  @Test
  void a_clock_that_starts_while_the_case_is_pending_starts_paused() {
    story
        .given(opened(Category.FEEDBACK, "09:00"), replied(1, "09:30"), pending(1, "09:30"))
        .when(classified(Category.REFUND, "10:00"))
        .then("resolution started 09:00 due 24 09:00", "resolution paused 10:00 remaining PT23H");
  }

  @Test
  void a_rebase_puts_running_clocks_under_the_current_policies() {
    // Given
    story.given(opened("09:00"), replied(1, "09:05"), policiesReplaced());

    // When
    story.when(rebased("09:10"));

    // Then
    story.then("resolution retargeted 09:10 due 09:30 swift");
    assertEquals(new Terms("swift", 2, "desk", 2), story.outcomes().getLast().clock().terms());
  }

  @Test
  void a_rebase_without_new_policies_changes_nothing() {
    story.given(opened("09:00")).when(rebased("09:10")).then();
  }
}
