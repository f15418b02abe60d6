package io.casewire.sla.clock;

import static io.casewire.sla.clock.CaseStory.answered;
import static io.casewire.sla.clock.CaseStory.customerWrote;
import static io.casewire.sla.clock.CaseStory.fact;
import static io.casewire.sla.clock.CaseStory.lost;
import static io.casewire.sla.clock.CaseStory.opened;
import static io.casewire.sla.clock.CaseStory.openedByMachine;
import static io.casewire.sla.clock.CaseStory.pending;
import static io.casewire.sla.clock.CaseStory.priority;
import static io.casewire.sla.clock.CaseStory.reopened;
import static io.casewire.sla.clock.CaseStory.resolved;
import static io.casewire.sla.clock.CaseStory.sent;
import static io.casewire.sla.clock.CaseStory.status;
import static io.casewire.sla.clock.CaseStory.time;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.casewire.events.CaseStatus;
import io.casewire.events.Category;
import io.casewire.events.Priority;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** An answer that did not arrive answered nobody. */
class LostAnswerTest {

  private final CaseStory story = CaseStory.under(Rules.standard());

  @Test
  void the_first_response_goes_on_with_what_it_had_left() {
    story
        .given(opened("09:00"), answered("a", 1, "10:30"))
        .when(lost("a", "15:00"))
        .then("firstResponse resumed 15:00 due 17:30")
        .nextAlarmAt("16:30");
  }

  @Test
  void it_is_the_same_clock() {
    // Given
    story.when(opened("09:00"));
    UUID clockId = story.outcomes().getFirst().clock().clockId();

    // When
    story.given(answered("a", 1, "10:30")).when(lost("a", "15:00"));

    // Then
    assertEquals(clockId, story.outcomes().getFirst().clock().clockId());
  }

  @Test
  void the_next_response_goes_on_with_what_it_had_left() {
    story
        .given(opened("09:00"), answered("a", 1, "10:00"))
        .given(customerWrote(2, "11:00"), answered("b", 2, "12:30"))
        .when(lost("b", "15:00"))
        .then("nextResponse resumed 15:00 due 15:30");
  }

  @Test
  void a_clock_met_at_the_last_moment_is_due_when_the_loss_is_known_and_not_before() {
    story
        .given(opened("09:00"), answered("a", 1, "13:00"))
        .when(lost("a", "15:00"))
        .then("firstResponse resumed 15:00 due 15:00")
        .when(time("15:00"))
        .then("firstResponse breached 15:00", "firstResponse escalated 15:00 owner");
  }

  @Test
  void a_clock_met_too_late_stays_breached_and_climbs_on() {
    story
        .given(opened("09:00"), time("13:10"), answered("a", 1, "13:30"))
        .when(lost("a", "15:00"))
        .then("firstResponse resumed 15:00 due 13:00")
        .when(time("15:30"))
        .then("firstResponse escalated 15:30 lead");
  }

  @Test
  void a_resolution_that_came_with_the_answer_goes_on_when_the_case_is_open_again() {
    story
        .given(opened("09:00"), answered("a", 1, "10:00"), resolved(1, "10:00"))
        .when(lost("a", "12:00"))
        .then("firstResponse resumed 12:00 due 15:00")
        .when(reopened("12:00"))
        .then("resolution resumed 12:00 due 24 11:00");
  }

  @Test
  void a_pending_case_waits_for_us_again() {
    story
        .given(opened("09:00"), answered("a", 1, "10:00"), pending(1, "10:00"))
        .when(lost("a", "12:00"))
        .then("firstResponse resumed 12:00 due 15:00")
        .when(reopened("12:00"))
        .then("resolution resumed 12:00 due 24 11:00");
  }

  @Test
  void the_next_answer_meets_it_again() {
    story
        .given(opened("09:00"), answered("a", 1, "10:30"), lost("a", "15:00"))
        .when(answered("b", 1, "17:30"))
        .then("firstResponse met 17:30");
  }

  @Test
  void the_same_answer_sent_once_more_meets_it_again() {
    story
        .given(opened("09:00"), answered("a", 1, "10:30"), lost("a", "15:00"))
        .when(sent("a", "16:00"))
        .then("firstResponse met 16:00")
        .when(sent("a", "16:00"))
        .then()
        .when(lost("a", "18:00"))
        .then("firstResponse resumed 18:00 due 19:30");
  }

  @Test
  void sending_an_answer_that_is_not_lost_means_nothing() {
    story.given(opened("09:00"), answered("a", 1, "10:30")).when(sent("a", "10:31")).then();
  }

  @Test
  void a_repeated_loss_means_nothing() {
    story
        .given(opened("09:00"), answered("a", 1, "10:30"), lost("a", "15:00"))
        .when(lost("a", "15:00"))
        .then()
        .given(answered("b", 1, "15:10"))
        .when(lost("a", "15:20"))
        .then();
  }

  @Test
  void losing_answers_again_and_again_gives_no_new_time() {
    story
        .given(opened("09:00"), answered("a", 1, "12:59"), lost("a", "15:00"))
        .given(answered("b", 1, "15:00:30"))
        .when(lost("b", "18:00"))
        .then("firstResponse resumed 18:00 due 18:00:30");
  }

  @Test
  void a_later_answer_to_the_same_message_stands_in_for_it() {
    story
        .given(opened("09:00"), answered("a", 1, "10:30"), answered("b", 1, "11:00"))
        .when(lost("a", "15:00"))
        .then()
        .when(lost("b", "16:00"))
        .then("firstResponse resumed 16:00 due 18:30");
  }

  @Test
  void the_oldest_message_has_its_clock_back_from_when_the_customer_wrote_again() {
    story
        .given(opened("09:00"), answered("a", 1, "10:00"))
        .given(customerWrote(2, "11:00"), answered("b", 2, "12:30"), customerWrote(3, "14:00"))
        .when(lost("b", "14:10"))
        .then(
            "nextResponse cancelled 14:10 earlier-message", "nextResponse resumed 14:10 due 14:30");
  }

  @Test
  void nothing_is_due_before_the_loss_is_known() {
    story
        .given(opened("09:00"), answered("a", 1, "10:00"))
        .given(customerWrote(2, "11:00"), answered("b", 2, "12:30"), customerWrote(3, "14:00"))
        .when(lost("b", "15:00"))
        .then(
            "nextResponse cancelled 15:00 earlier-message", "nextResponse resumed 15:00 due 15:00");
  }

  @Test
  void without_its_first_response_a_case_has_no_next_one() {
    story
        .given(opened("09:00"), answered("a", 1, "10:00"), customerWrote(2, "14:00"))
        .when(lost("a", "14:30"))
        .then(
            "nextResponse cancelled 14:30 earlier-message", "firstResponse resumed 14:30 due 17:00")
        .when(answered("b", 2, "15:00"))
        .then("firstResponse met 15:00");
  }

  @Test
  void two_lost_answers_give_one_clock() {
    story
        .given(opened("09:00"), answered("a", 1, "10:00"))
        .given(customerWrote(2, "11:00"), answered("b", 2, "12:00"))
        .when(lost("a", "14:00"))
        .then()
        .when(lost("b", "15:00"))
        .then(
            "firstResponse resumed 15:00 due 18:00",
            "nextResponse cancelled 15:00 earlier-message");
  }

  @Test
  void what_the_customer_was_to_be_told_unasked_is_due_like_a_next_response() {
    story
        .given(opened("09:00"), answered("a", 1, "10:00"), answered("b", 1, "11:00"))
        .when(lost("b", "12:00"))
        .then("nextResponse started 12:00 due 14:00");
  }

  @Test
  void an_answer_that_nobody_remembers_gives_a_next_response() {
    story
        .given(opened("09:00"), resolved(1, "10:00"), reopened("10:30"))
        .when(lost("long ago", "12:00"))
        .then("nextResponse started 12:00 due 14:00")
        .when(lost("long ago", "12:00"))
        .then()
        .when(answered("b", 1, "12:30"))
        .then("nextResponse met 12:30");
  }

  @Test
  void a_new_priority_counts_for_the_clock_that_runs_again() {
    story
        .given(opened("09:00"), answered("a", 1, "09:30"), priority(Priority.URGENT, "10:00"))
        .when(lost("a", "12:00"))
        .then(
            "firstResponse resumed 12:00 due 15:30",
            "firstResponse retargeted 12:00 due 12:30 urgent");
  }

  @Test
  void what_was_acknowledged_before_is_open_again() {
    // Given
    story.given(opened("09:00")).when(time("13:00"));
    UUID escalationId = ((Outcome.Escalated) story.outcomes().getLast()).escalationId();
    story.given(
        fact(new CaseFact.EscalationAcknowledged(escalationId, CaseStory.at("13:10"))),
        answered("a", 1, "13:30"));

    // When
    story.given(lost("a", "15:00")).when(time("15:30"));

    // Then
    story.then("firstResponse escalated 15:30 lead");
  }

  @Test
  void only_working_time_counts() {
    story
        .given(opened(Category.FEES, "09:00"), answered("a", 1, "11:00"))
        .when(lost("a", "17:00"))
        .then("firstResponse resumed 17:00 due 24 10:00");
  }

  @Test
  void a_final_case_waits_for_nobody() {
    story
        .given(opened("09:00"), answered("a", 1, "10:00"), resolved(1, "10:00"))
        .given(status(CaseStatus.CLOSED, 1, "11:00"))
        .when(lost("a", "12:00"))
        .then();
  }

  @Test
  void a_case_that_only_machines_wrote_to_has_no_clocks() {
    story
        .given(openedByMachine("09:00"), answered("a", 1, "10:00"))
        .when(lost("a", "12:00"))
        .then();
  }

  @Test
  void a_closed_case_that_is_opened_again_for_a_lost_answer_has_clocks_from_that_moment() {
    story
        .given(opened("09:00"), answered("a", 1, "10:00"), resolved(1, "10:00"))
        .given(status(CaseStatus.CLOSED, 1, "11:00"), lost("a", "15:00"))
        .when(status(CaseStatus.OPEN, 1, "15:00"))
        .then("nextResponse started 15:00 due 17:00", "resolution started 15:00 due 24 15:00");
  }

  @Test
  void a_closed_case_that_stays_closed_gets_no_clock_for_a_lost_answer() {
    story
        .given(opened("09:00"), answered("a", 1, "10:00"))
        .given(status(CaseStatus.CLOSED, 1, "11:00"))
        .when(lost("a", "15:00"))
        .then();
  }

  @Test
  void an_answer_that_is_sent_once_more_meets_the_clock_of_the_case_that_was_opened_for_it() {
    story
        .given(opened("09:00"), answered("a", 1, "10:00"), resolved(1, "10:00"))
        .given(status(CaseStatus.CLOSED, 1, "11:00"), lost("a", "15:00"))
        .given(status(CaseStatus.OPEN, 1, "15:00"))
        .when(sent("a", "15:30"))
        .then("nextResponse met 15:30");
  }
}
