package io.casewire.sla.clock;

import static io.casewire.sla.clock.CaseStory.customerWrote;
import static io.casewire.sla.clock.CaseStory.fact;
import static io.casewire.sla.clock.CaseStory.opened;
import static io.casewire.sla.clock.CaseStory.pending;
import static io.casewire.sla.clock.CaseStory.priority;
import static io.casewire.sla.clock.CaseStory.reopened;
import static io.casewire.sla.clock.CaseStory.replied;
import static io.casewire.sla.clock.CaseStory.resolved;
import static io.casewire.sla.clock.CaseStory.time;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import io.casewire.events.Category;
import io.casewire.events.Priority;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class BreachTest {

  private final CaseStory story = CaseStory.under(Rules.standard());

  @Test
  void a_clock_warns_breaches_and_climbs_at_the_instants_it_announced() {
    story
        .given(opened(Category.FEEDBACK, "09:00"))
        .nextAlarmAt("12:00")
        .when(time("12:00"))
        .then("firstResponse warned 12:00")
        .nextAlarmAt("13:00")
        .when(time("13:00"))
        .then("firstResponse breached 13:00", "firstResponse escalated 13:00 owner")
        .nextAlarmAt("14:00")
        .when(time("14:00"))
        .then("firstResponse escalated 14:00 lead")
        .nextAlarmAt("17:00")
        .when(time("17:00"))
        .then("firstResponse escalated 17:00 supervisor")
        .nextAlarmAt(null);
  }

  @Test
  void a_timer_that_fires_early_raises_nothing() {
    story.given(opened("09:00")).when(time("11:59")).then().nextAlarmAt("12:00");
  }

  @Test
  void a_timer_that_fires_twice_raises_nothing_twice() {
    story.given(opened("09:00"), time("14:00")).when(time("14:00")).then();
  }

  @Test
  void a_reply_at_the_deadline_is_in_time() {
    story.given(opened("09:00")).when(replied(1, "13:00")).then("firstResponse met 13:00");
  }

  @Test
  void a_reply_after_the_deadline_is_late() {
    story
        .given(opened("09:00"), time("13:00"))
        .when(replied(1, "13:01"))
        .then("firstResponse met late 13:01");
  }

  @Test
  void a_breach_is_dated_by_the_deadline_however_late_it_is_noticed() {
    story
        .given(opened("09:00"))
        .when(time("13:59"))
        .then("firstResponse breached 13:00", "firstResponse escalated 13:00 owner");
  }

  @Test
  void after_a_long_outage_everything_is_raised_in_order_but_warnings_that_came_too_late() {
    story
        .given(opened("09:00"))
        .when(time("24 10:30"))
        .then(
            "firstResponse breached 13:00",
            "firstResponse escalated 13:00 owner",
            "firstResponse escalated 14:00 lead",
            "firstResponse escalated 17:00 supervisor",
            "resolution breached 24 09:00",
            "resolution escalated 24 09:00 owner",
            "resolution escalated 24 10:00 lead");
  }

  @Test
  void a_late_warning_is_still_raised_before_the_breach() {
    story.given(opened("09:00")).when(time("12:59")).then("firstResponse warned 12:00");
  }

  @Test
  void a_late_reply_that_is_heard_of_before_the_timer_fires_is_a_breach_all_the_same() {
    story
        .given(opened("09:00"))
        .when(replied(1, "14:30"))
        .then(
            "firstResponse breached 13:00",
            "firstResponse escalated 13:00 owner",
            "firstResponse escalated 14:00 lead",
            "firstResponse met late 14:30");
  }

  @Test
  void a_reply_in_time_that_is_heard_of_late_withdraws_the_breach() {
    story
        .given(opened("09:00"), time("14:00"))
        .when(replied(1, "12:59"))
        .then("firstResponse breach withdrawn 12:59 with 2", "firstResponse met 12:59");
  }

  @Test
  void a_withdrawn_breach_names_the_escalations_it_had_raised() {
    // Given
    story.given(opened("09:00")).when(time("13:00"));
    UUID raised = ((Outcome.Escalated) story.outcomes().getLast()).escalationId();

    // When
    story.when(replied(1, "13:00"));

    // Then
    var withdrawn = (Outcome.BreachWithdrawn) story.outcomes().getFirst();
    assertEquals(List.of(raised), withdrawn.escalationIds());
  }

  @Test
  void a_pause_in_time_that_is_heard_of_late_withdraws_the_breach() {
    story
        .given(opened(Category.FEEDBACK, "09:00"), time("13:30"))
        .when(pending(1, "12:00"))
        .then(
            "firstResponse breach withdrawn 12:00 with 1",
            "firstResponse paused 12:00 remaining PT1H");
  }

  @Test
  void a_clock_whose_breach_was_withdrawn_may_breach_again_under_new_escalations() {
    // Given
    story.given(opened(Category.FEEDBACK, "09:00")).when(time("13:00"));
    UUID first = ((Outcome.Escalated) story.outcomes().getLast()).escalationId();

    // When
    story.given(pending(1, "12:00"), reopened("14:00")).when(time("15:00"));

    // Then
    story.then("firstResponse breached 15:00", "firstResponse escalated 15:00 owner");
    assertNotEquals(first, ((Outcome.Escalated) story.outcomes().getLast()).escalationId());
  }

  @Test
  void a_resolution_in_time_that_is_heard_of_late_withdraws_all_breaches() {
    story
        .given(opened("09:00"), time("24 09:00"))
        .when(resolved(1, "12:30"))
        .then(
            "firstResponse breach withdrawn 12:30 with 3",
            "firstResponse cancelled 12:30 resolved",
            "resolution breach withdrawn 12:30 with 1",
            "resolution met 12:30");
  }

  @Test
  void a_breached_clock_keeps_what_it_has_while_paused() {
    story
        .given(opened(Category.FEEDBACK, "09:00"), time("13:30"))
        .when(pending(1, "13:30"))
        .then("firstResponse paused 13:30 remaining PT0S")
        .nextAlarmAt(null)
        .when(reopened("20:00"))
        .then("firstResponse resumed 20:00 due 13:00")
        .nextAlarmAt("20:30");
  }

  @Test
  void nobody_is_alerted_after_the_reply() {
    story
        .given(opened(Category.FEEDBACK, "09:00"), time("13:00"), replied(1, "13:30"))
        .when(time("24 00:00"))
        .then();
  }

  @Test
  void a_level_that_was_overtaken_is_raised_anew_under_another_id() {
    // Given
    story.given(opened(Category.FEEDBACK, "09:00")).when(time("13:00"));
    UUID first = ((Outcome.Escalated) story.outcomes().getLast()).escalationId();

    // When
    story.given(fact(new CaseFact.EscalationOvertaken(first, CaseStory.at("13:01"))));
    story.when(time("13:02"));

    // Then
    story.then("firstResponse escalated 13:00 owner");
    assertNotEquals(first, ((Outcome.Escalated) story.outcomes().getLast()).escalationId());
  }

  @Test
  void a_level_that_is_overtaken_twice_is_not_raised_a_third_time() {
    // Given
    story.given(opened(Category.FEEDBACK, "09:00")).when(time("13:00"));
    UUID first = ((Outcome.Escalated) story.outcomes().getLast()).escalationId();
    story.given(fact(new CaseFact.EscalationOvertaken(first, CaseStory.at("13:01"))));
    story.when(time("13:02"));
    UUID second = ((Outcome.Escalated) story.outcomes().getLast()).escalationId();

    // When
    story.given(fact(new CaseFact.EscalationOvertaken(second, CaseStory.at("13:03"))));
    story.when(time("13:04"));

    // Then
    story.then();
  }

  @Test
  void an_acknowledged_escalation_climbs_no_further() {
    // Given
    story.given(opened(Category.FEEDBACK, "09:00")).when(time("13:00"));
    UUID raised = ((Outcome.Escalated) story.outcomes().getLast()).escalationId();

    // When
    story.when(fact(new CaseFact.EscalationAcknowledged(raised, CaseStory.at("13:10"))));

    // Then
    story.then().nextAlarmAt(null).when(time("24 00:00")).then();
  }

  @Test
  void somebody_elses_acknowledgement_changes_nothing() {
    story
        .given(opened(Category.FEEDBACK, "09:00"), time("13:00"))
        .when(fact(new CaseFact.EscalationAcknowledged(CaseStory.CASE, CaseStory.at("13:10"))))
        .then()
        .nextAlarmAt("14:00");
  }

  @Test
  void warnings_and_levels_are_measured_like_the_target() {
    story
        .given(opened(Category.FEES, "14:30"), replied(1, "14:31"), customerWrote(2, "16:30"))
        .nextAlarmAt("18:00")
        .when(time("24 12:00"))
        .then(
            "nextResponse breached 24 09:30",
            "nextResponse escalated 24 09:30 owner",
            "nextResponse escalated 24 10:30 lead")
        .nextAlarmAt("24 14:30");
  }

  @Test
  void a_warning_may_be_a_share_or_a_time_before_due() {
    CaseStory.under(Rules.withTwoWarnings())
        .given(opened("14:30"))
        .when(time("16:30"))
        .then("firstResponse warned 16:30")
        .nextAlarmAt("18:00")
        .when(time("18:00"))
        .then("firstResponse warned 18:00")
        .nextAlarmAt("24 09:30");
  }

  @Test
  void a_retargeted_clock_warns_of_its_new_deadline() {
    story
        .given(opened(Category.REFUND, Priority.URGENT, "09:00"), replied(1, "09:01"))
        .given(time("15:00"), priority(Priority.NORMAL, "15:30"))
        .when(time("24 03:00"))
        .then("resolution warned 24 03:00")
        .nextAlarmAt("24 09:00");
  }
}
