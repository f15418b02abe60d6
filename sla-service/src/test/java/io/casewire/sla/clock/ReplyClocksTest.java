package io.casewire.sla.clock;

import static io.casewire.sla.clock.CaseStory.customerWrote;
import static io.casewire.sla.clock.CaseStory.machineWrote;
import static io.casewire.sla.clock.CaseStory.opened;
import static io.casewire.sla.clock.CaseStory.openedByMachine;
import static io.casewire.sla.clock.CaseStory.pending;
import static io.casewire.sla.clock.CaseStory.refused;
import static io.casewire.sla.clock.CaseStory.reopened;
import static io.casewire.sla.clock.CaseStory.replied;
import static io.casewire.sla.clock.CaseStory.resolved;
import static io.casewire.sla.clock.CaseStory.time;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import io.casewire.events.Category;
import org.junit.jupiter.api.Test;

class ReplyClocksTest {

  private final CaseStory story = CaseStory.under(Rules.standard());

  @Test
  void the_first_response_is_due_from_the_message_that_opened_the_case() {
    story
        .when(opened("09:00"))
        .then("firstResponse started 09:00 due 13:00", "resolution started 09:00 due 24 09:00");
  }

  @Test
  void the_first_public_reply_of_an_agent_meets_the_first_response() {
    story.given(opened("09:00")).when(replied(1, "10:30")).then("firstResponse met 10:30");
  }

  @Test
  void the_first_response_is_given_only_once() {
    story.given(opened("09:00"), replied(1, "10:30")).when(replied(1, "11:00")).then();
  }

  @Test
  void a_further_message_neither_restarts_nor_doubles_the_first_response() {
    story.given(opened("09:00")).when(customerWrote(2, "10:00")).then();
  }

  @Test
  void a_machines_message_opens_a_case_without_clocks() {
    story.when(openedByMachine("09:00")).then().nextAlarmAt(null);
  }

  @Test
  void a_case_opened_by_a_machine_begins_when_a_person_writes() {
    story
        .given(openedByMachine("09:00"))
        .when(customerWrote(2, "10:00"))
        .then("firstResponse started 10:00 due 14:00", "resolution started 10:00 due 24 10:00");
  }

  @Test
  void the_next_response_is_due_from_the_message_that_waits() {
    story
        .given(opened("09:00"), replied(1, "10:00"))
        .when(customerWrote(2, "11:00"))
        .then("nextResponse started 11:00 due 13:00");
  }

  @Test
  void further_messages_do_not_move_the_next_response() {
    story
        .given(opened("09:00"), replied(1, "10:00"), customerWrote(2, "11:00"))
        .when(customerWrote(3, "12:00"))
        .then();
  }

  @Test
  void a_reply_meets_the_next_response_and_the_next_message_starts_another() {
    story
        .given(opened("09:00"), replied(1, "10:00"), customerWrote(2, "11:00"))
        .when(replied(2, "12:00"))
        .then("nextResponse met 12:00")
        .when(customerWrote(3, "14:00"))
        .then("nextResponse started 14:00 due 16:00");
  }

  @Test
  void every_waiting_period_has_a_clock_of_its_own() {
    // Given
    story.given(opened("09:00"), replied(1, "10:00"), customerWrote(2, "11:00"));
    var first = story.outcomes().getFirst().clock().clockId();

    // When
    story.given(replied(2, "12:00"), customerWrote(3, "11:00"));
    var second = story.outcomes().getFirst().clock().clockId();

    // Then
    assertEquals(7, first.version());
    assertNotEquals(first, second);
  }

  @Test
  void a_reply_answers_only_what_its_writer_had_seen() {
    story
        .given(opened("09:00"), replied(1, "10:00"), customerWrote(2, "11:00"))
        .given(customerWrote(3, "11:45"))
        .when(replied(2, "12:00"))
        .then("nextResponse met 12:00", "nextResponse started 11:45 due 13:45");
  }

  @Test
  void a_message_that_nobody_had_seen_waits_on() {
    story
        .given(opened("09:00"), replied(1, "10:00"), customerWrote(2, "11:00"))
        .when(replied(1, "11:01"))
        .then();
  }

  @Test
  void a_message_unseen_by_the_first_reply_starts_the_next_response() {
    story
        .given(opened("09:00"), customerWrote(2, "09:59"))
        .when(replied(1, "10:00"))
        .then("firstResponse met 10:00", "nextResponse started 09:59 due 11:59");
  }

  @Test
  void a_message_seen_by_the_first_reply_is_answered_by_it() {
    story
        .given(opened("09:00"), customerWrote(2, "09:59"))
        .when(replied(2, "10:00"))
        .then("firstResponse met 10:00");
  }

  @Test
  void a_machines_message_starts_nothing() {
    story.given(opened("09:00"), replied(1, "10:00")).when(machineWrote(2, "11:00")).then();
  }

  @Test
  void a_machines_message_is_not_waited_for() {
    story
        .given(opened("09:00"), replied(1, "10:00"), machineWrote(2, "11:00"))
        .when(customerWrote(3, "12:00"))
        .then("nextResponse started 12:00 due 14:00");
  }

  @Test
  void a_repeated_message_is_no_second_one() {
    story
        .given(opened("09:00"), replied(1, "10:00"), customerWrote(2, "11:00"))
        .given(replied(2, "12:00"))
        .when(customerWrote(2, "11:00"))
        .then();
  }

  @Test
  void resolving_stops_the_wait_for_a_reply() {
    story
        .given(opened("09:00"), replied(1, "10:00"), customerWrote(2, "11:00"))
        .when(resolved(2, "12:00"))
        .then("nextResponse cancelled 12:00 resolved", "resolution met 12:00");
  }

  @Test
  void resolving_without_a_reply_stops_the_first_response() {
    story
        .given(opened("09:00"))
        .when(resolved(1, "12:00"))
        .then("firstResponse cancelled 12:00 resolved", "resolution met 12:00");
  }

  @Test
  void a_message_that_the_resolver_had_not_seen_waits_on() {
    story
        .given(opened("09:00"), replied(1, "10:00"), customerWrote(2, "11:00"))
        .when(resolved(1, "11:01"))
        .then("resolution met 11:01");
  }

  @Test
  void a_message_after_a_resolution_without_reply_waits_for_the_next_response() {
    story
        .given(opened("09:00"), resolved(1, "10:00"))
        .when(customerWrote(2, "11:00"))
        .then("nextResponse started 11:00 due 13:00");
  }

  @Test
  void a_refused_message_waits_no_more() {
    story
        .given(opened("09:00"), resolved(1, "10:00"), customerWrote(2, "11:00"))
        .when(refused(2, "11:01"))
        .then("nextResponse cancelled 11:01 message-refused");
  }

  @Test
  void the_message_after_a_refused_one_is_waited_for_instead() {
    story
        .given(opened("09:00"), replied(1, "10:00"))
        .given(customerWrote(2, "11:00"), customerWrote(3, "11:30"))
        .when(refused(2, "11:31"))
        .then(
            "nextResponse cancelled 11:31 message-refused", "nextResponse started 11:30 due 13:30");
  }

  @Test
  void the_case_of_a_refused_first_message_begins_with_the_next_one() {
    story
        .given(openedByMachine("09:00"), customerWrote(2, "10:00"), refused(2, "10:01"))
        .when(customerWrote(3, "11:00"))
        .then("firstResponse started 11:00 due 15:00");
  }

  @Test
  void a_pause_shortly_before_the_deadline_leaves_only_the_rest() {
    story
        .given(opened("09:00"))
        .when(pending(1, "12:59"))
        .then(
            "firstResponse paused 12:59 remaining PT1M",
            "resolution paused 12:59 remaining PT20H1M")
        .when(reopened("13:05"))
        .then("firstResponse resumed 13:05 due 13:06", "resolution resumed 13:05 due 24 09:06");
  }

  @Test
  void pausing_again_and_again_gives_no_new_time() {
    story
        .given(opened("09:00"))
        .given(pending(1, "12:59"), reopened("13:05"))
        .given(pending(1, "13:05:30"), reopened("15:00"))
        .given(pending(1, "15:00:20"), reopened("18:00"))
        .when(time("18:00:10"))
        .then("firstResponse breached 18:00:10", "firstResponse escalated 18:00:10 owner");
  }

  @Test
  void a_further_message_during_the_pause_gives_no_new_time() {
    story
        .given(opened("09:00"), replied(1, "10:00"), customerWrote(2, "11:00"))
        .given(pending(2, "12:30"), customerWrote(3, "14:00"))
        .when(reopened("14:00"))
        .then("nextResponse resumed 14:00 due 14:30", "resolution resumed 14:00 due 24 10:30");
  }

  @Test
  void a_clock_warns_once_however_often_it_is_paused() {
    story
        .given(opened("09:00"), time("12:00"), pending(1, "12:30"), reopened("13:00"))
        .when(time("13:29"))
        .then();
  }

  @Test
  void a_message_that_was_not_seen_before_the_pause_waits_on() {
    story
        .given(opened("09:00"), replied(1, "10:00"), customerWrote(2, "11:00"))
        .when(pending(1, "11:01"))
        .then("resolution paused 11:01 remaining PT21H59M");
  }

  @Test
  void a_message_during_the_pause_is_waited_for_from_when_it_was_sent() {
    story
        .given(opened("09:00"), replied(1, "10:00"), pending(1, "10:00"))
        .when(customerWrote(2, "14:00"))
        .then("nextResponse started 14:00 due 16:00")
        .when(reopened("14:01"))
        .then("resolution resumed 14:01 due 24 13:01");
  }

  @Test
  void a_paused_clock_is_met_by_a_reply() {
    story
        .given(opened("09:00"), pending(1, "11:00"))
        .when(replied(1, "23:00"))
        .then("firstResponse met 23:00");
  }

  @Test
  void the_next_response_needs_a_target() {
    story
        .given(opened(Category.FEEDBACK, "09:00"), replied(1, "10:00"))
        .when(customerWrote(2, "11:00"))
        .then();
  }
}
