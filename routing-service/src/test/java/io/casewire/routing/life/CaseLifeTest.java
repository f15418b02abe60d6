package io.casewire.routing.life;

import static io.casewire.routing.directory.Agents.agent;
import static io.casewire.routing.directory.Presence.OFFLINE;
import static io.casewire.routing.life.Cases.COLLEAGUE;
import static io.casewire.routing.life.Cases.LEAD;
import static io.casewire.routing.life.Cases.NOW;
import static io.casewire.routing.life.Cases.OPENED;
import static io.casewire.routing.life.Cases.OWNER;
import static io.casewire.routing.life.Cases.REOPEN_UNTIL;
import static io.casewire.routing.life.Cases.WAKE_AT;
import static io.casewire.routing.life.Cases.WINDOW;
import static io.casewire.routing.life.Cases.circumstances;
import static io.casewire.routing.life.Cases.owned;
import static io.casewire.routing.life.Cases.unowned;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.casewire.events.AssignmentReason;
import io.casewire.events.CaseStatus;
import io.casewire.events.Category;
import io.casewire.events.Priority;
import io.casewire.events.RefusalReason;
import io.casewire.events.StatusChangeReason;
import io.casewire.events.UndeliveredOutcome;
import io.casewire.routing.life.Decision.Accepted;
import io.casewire.routing.life.Decision.Refused;
import io.casewire.routing.life.LifeEvent.AnswerLost;
import io.casewire.routing.life.LifeEvent.Assigned;
import io.casewire.routing.life.LifeEvent.MessageRefused;
import io.casewire.routing.life.LifeEvent.MessageTaken;
import io.casewire.routing.life.LifeEvent.PriorityChanged;
import io.casewire.routing.life.LifeEvent.Queued;
import io.casewire.routing.life.LifeEvent.Replied;
import io.casewire.routing.life.LifeEvent.StatusChanged;
import io.casewire.routing.life.LifeEvent.Unassigned;
import io.casewire.routing.life.StaffCommand.Assign;
import io.casewire.routing.life.StaffCommand.Classify;
import io.casewire.routing.life.StaffCommand.Decline;
import io.casewire.routing.life.StaffCommand.Enqueue;
import io.casewire.routing.life.StaffCommand.Prioritize;
import io.casewire.routing.life.StaffCommand.Reply;
import io.casewire.routing.life.StaffCommand.SetStatus;
import io.casewire.routing.life.SystemCommand.AssignAsPlanned;
import io.casewire.routing.life.SystemCommand.CloseForCustomer;
import io.casewire.routing.life.SystemCommand.LoseAnswer;
import io.casewire.routing.life.SystemCommand.PassReopenWindow;
import io.casewire.routing.life.SystemCommand.RaisePriority;
import io.casewire.routing.life.SystemCommand.ReturnToQueue;
import io.casewire.routing.life.SystemCommand.SendToQueue;
import io.casewire.routing.life.SystemCommand.TakeMessage;
import io.casewire.routing.life.SystemCommand.WakeUp;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class CaseLifeTest {

  private static final UUID MESSAGE = new UUID(0, 1);
  private static final UUID REPLY = new UUID(0, 2);
  private static final String TEXT = "We look into it.";
  private static final long SEQUENCE = 4;

  private final CaseLife life = new CaseLife(WINDOW);

  @Nested
  class A_message_of_the_customer {

    @Test
    void to_an_open_case_moves_nothing() {
      assertEquals(
          List.of(new MessageTaken(MESSAGE, SEQUENCE)),
          events(owned(CaseStatus.OPEN), messageAt(NOW, OwnerState.READY)));
    }

    @Test
    void opens_a_pending_case_which_stays_with_an_owner_who_is_online_however_full() {
      assertEquals(
          List.of(
              new MessageTaken(MESSAGE, SEQUENCE),
              new StatusChanged(
                  CaseStatus.PENDING, new Phase.Open(), StatusChangeReason.CUSTOMER_MESSAGE)),
          events(owned(CaseStatus.PENDING), messageAt(NOW, OwnerState.FULL)));
    }

    @Test
    void opens_a_pending_case_which_goes_to_its_queue_if_the_owner_is_absent() {
      assertEquals(
          List.of(
              new MessageTaken(MESSAGE, SEQUENCE),
              new StatusChanged(
                  CaseStatus.PENDING, new Phase.Open(), StatusChangeReason.CUSTOMER_MESSAGE),
              new Unassigned("mei", UnassignReason.OWNER_UNAVAILABLE),
              new Queued("refunds", NOW)),
          events(owned(CaseStatus.PENDING), messageAt(NOW, OwnerState.ABSENT)));
    }

    @Test
    void received_at_the_last_instant_of_the_window_reopens_however_late_it_is_consumed() {
      // When
      CaseState after =
          after(owned(CaseStatus.RESOLVED), messageAt(REOPEN_UNTIL, OwnerState.READY));

      // Then
      assertEquals(CaseStatus.OPEN, after.status());
      assertEquals(1, after.reopenCount());
    }

    @Test
    void received_after_the_window_is_refused_also_while_the_case_is_still_resolved() {
      assertEquals(
          List.of(new MessageRefused(MESSAGE, RefusalReason.CLOSED, SEQUENCE)),
          events(
              owned(CaseStatus.RESOLVED), messageAt(REOPEN_UNTIL.plusNanos(1), OwnerState.READY)));
    }

    @Test
    void brings_a_resolved_case_back_to_its_owner_if_he_can_take_it_and_he_hears_of_it() {
      // When
      List<LifeEvent> events = events(owned(CaseStatus.RESOLVED), messageAt(NOW, OwnerState.READY));

      // Then
      assertEquals(new Assigned("mei", AssignmentReason.STICKY), events.getLast());
    }

    @Test
    void brings_a_resolved_case_back_to_its_queue_if_the_owner_is_away_or_full() {
      // When
      CaseState after = after(owned(CaseStatus.RESOLVED), messageAt(NOW, OwnerState.ABSENT));

      // Then
      assertTrue(after.isWaiting());
      assertEquals(new Place(null, "refunds", NOW), after.place());
    }

    @Test
    void to_a_case_that_is_over_is_refused_with_the_reason() {
      assertEquals(
          List.of(new MessageRefused(MESSAGE, RefusalReason.SPAM, SEQUENCE)),
          events(owned(CaseStatus.SPAM), messageAt(NOW, OwnerState.READY)));
    }

    @Test
    void written_by_a_machine_stays_where_it_came_to_and_moves_nothing() {
      for (CaseStatus status : CaseStatus.values()) {
        // Given
        TakeMessage automatic = new TakeMessage(MESSAGE, NOW, true, SEQUENCE, OwnerState.READY);

        // Then
        assertEquals(
            List.of(new MessageTaken(MESSAGE, SEQUENCE)), events(owned(status), automatic));
      }
    }
  }

  @Nested
  class A_reply {

    @Test
    void on_a_case_that_nobody_owns_takes_it() {
      assertEquals(
          List.of(
              new Assigned("jon", AssignmentReason.MANUAL), new Replied(REPLY, "jon", TEXT, null)),
          events(unowned(CaseStatus.OPEN), COLLEAGUE, new Reply(REPLY, TEXT, null)));
    }

    @Test
    void on_somebody_elses_case_needs_a_lead_and_leaves_the_owner() {
      assertEquals(
          new Refused(new Refusal.NotPermitted(Act.REPLY, Right.WORK)),
          decide(owned(CaseStatus.OPEN), COLLEAGUE, new Reply(REPLY, TEXT, null)));
      assertEquals(
          "mei", after(owned(CaseStatus.OPEN), LEAD, new Reply(REPLY, TEXT, null)).owner());
    }

    @Test
    void answers_what_its_writer_had_seen_and_nothing_later() {
      // Given
      CaseState answered = after(owned(CaseStatus.OPEN), OWNER, new Reply(REPLY, TEXT, null));

      // When
      CaseState later = after(answered, messageAt(NOW, OwnerState.READY));

      // Then
      assertTrue(later.reading().hasAnswered(3));
      assertFalse(later.reading().hasAnswered(SEQUENCE));
    }

    @Test
    void can_resolve_with_the_same_click_and_says_until_when_that_can_be_undone() {
      assertEquals(
          List.of(
              new Replied(REPLY, "mei", TEXT, CaseStatus.RESOLVED),
              new StatusChanged(
                  CaseStatus.OPEN, new Phase.Resolved(REOPEN_UNTIL), StatusChangeReason.REPLY)),
          events(owned(CaseStatus.OPEN), OWNER, new Reply(REPLY, TEXT, CaseStatus.RESOLVED)));
    }

    @Test
    void can_not_close_with_the_same_click() {
      assertEquals(
          new Refused(
              new Refusal.IllegalMove(
                  CaseStatus.OPEN,
                  CaseStatus.CLOSED,
                  Set.of(CaseStatus.PENDING, CaseStatus.RESOLVED))),
          decide(owned(CaseStatus.OPEN), OWNER, new Reply(REPLY, TEXT, CaseStatus.CLOSED)));
    }

    @Test
    void on_a_closed_case_is_refused_with_the_statuses_that_take_replies() {
      assertEquals(
          new Refused(
              new Refusal.NotNow(
                  Act.REPLY,
                  CaseStatus.CLOSED,
                  EnumSet.of(CaseStatus.OPEN, CaseStatus.PENDING, CaseStatus.RESOLVED))),
          decide(owned(CaseStatus.CLOSED), OWNER, new Reply(REPLY, TEXT, null)));
    }
  }

  @Nested
  class A_status_set_by_hand {

    @Test
    void that_is_not_legal_is_refused_with_those_that_are() {
      assertEquals(
          new Refused(
              new Refusal.IllegalMove(
                  CaseStatus.RESOLVED,
                  CaseStatus.SPAM,
                  EnumSet.of(CaseStatus.OPEN, CaseStatus.PENDING, CaseStatus.CLOSED))),
          decide(owned(CaseStatus.RESOLVED), OWNER, new SetStatus(CaseStatus.SPAM, null)));
    }

    @Test
    void of_a_closed_case_can_go_nowhere() {
      assertEquals(
          new Refused(new Refusal.IllegalMove(CaseStatus.CLOSED, CaseStatus.OPEN, Set.of())),
          decide(owned(CaseStatus.CLOSED), OWNER, new SetStatus(CaseStatus.OPEN, null)));
    }

    @Test
    void takes_a_wake_up_time_with_pending_only() {
      assertEquals(
          new Refused(new Refusal.BadWakeUp("is for pending only")),
          decide(owned(CaseStatus.OPEN), OWNER, new SetStatus(CaseStatus.RESOLVED, WAKE_AT)));
    }

    @Test
    void takes_a_wake_up_time_in_the_future_only() {
      assertEquals(
          new Refused(new Refusal.BadWakeUp("must be in the future")),
          decide(owned(CaseStatus.OPEN), OWNER, new SetStatus(CaseStatus.PENDING, NOW)));
    }

    @Test
    void to_open_puts_a_case_that_nobody_owns_back_into_its_queue() {
      assertEquals(
          List.of(
              new StatusChanged(CaseStatus.RESOLVED, new Phase.Open(), StatusChangeReason.AGENT),
              new Queued("refunds", NOW)),
          events(unowned(CaseStatus.RESOLVED), COLLEAGUE, new SetStatus(CaseStatus.OPEN, null)));
    }
  }

  @Nested
  class An_answer_that_did_not_reach_the_customer {

    @Test
    void opens_a_resolved_case_again_and_its_owner_is_told() {
      assertEquals(
          List.of(
              lostWith("mei"),
              new StatusChanged(
                  CaseStatus.RESOLVED, new Phase.Open(), StatusChangeReason.ANSWER_UNDELIVERED)),
          events(owned(CaseStatus.RESOLVED), lost(OwnerState.READY)));
    }

    @Test
    void goes_to_the_queue_with_its_case_if_the_owner_can_not_take_it_and_nobody_else_is_told() {
      // When
      List<LifeEvent> events = events(owned(CaseStatus.RESOLVED), lost(OwnerState.ABSENT));

      // Then
      assertEquals(lostWith(null), events.getFirst());
      assertEquals(new Queued("refunds", NOW), events.getLast());
    }

    @Test
    void of_an_open_case_leaves_it_where_it_is_unless_its_owner_has_left() {
      assertEquals(
          List.of(lostWith("mei")), events(owned(CaseStatus.OPEN), lost(OwnerState.ABSENT)));
      assertTrue(after(owned(CaseStatus.OPEN), lost(OwnerState.GONE)).isWaiting());
    }

    @Test
    void opens_a_case_that_staff_or_time_had_closed() {
      // When
      CaseState after = after(owned(CaseStatus.CLOSED), lost(OwnerState.READY));

      // Then
      assertEquals(CaseStatus.OPEN, after.status());
      assertEquals(1, after.reopenCount());
      assertEquals("mei", after.owner());
    }

    @Test
    void leaves_a_case_closed_that_its_customer_had_closed_and_tells_its_owner() {
      // Given
      CaseState closed = after(owned(CaseStatus.OPEN), new CloseForCustomer(SEQUENCE));

      // Then
      assertEquals(List.of(lostWith("mei")), events(closed, lost(OwnerState.READY)));
    }

    @Test
    void opens_neither_spam_nor_a_merged_case() {
      for (CaseStatus status : List.of(CaseStatus.SPAM, CaseStatus.MERGED)) {
        assertEquals(status, after(owned(status), lost(OwnerState.READY)).status());
      }
    }

    private static LoseAnswer lost(OwnerState owner) {
      return new LoseAnswer(REPLY, UndeliveredOutcome.BOUNCED, "unknown-mailbox", owner, NOW);
    }

    private static AnswerLost lostWith(String owner) {
      return new AnswerLost(REPLY, UndeliveredOutcome.BOUNCED, "unknown-mailbox", owner);
    }
  }

  @Nested
  class An_owner_who_can_not_work_on_the_case_any_more {

    @Test
    void gives_it_back_to_its_queue_with_the_turn_it_had() {
      for (CaseStatus status : List.of(CaseStatus.OPEN, CaseStatus.PENDING)) {
        assertEquals(
            List.of(new Unassigned("mei", UnassignReason.WORK_LOST), new Queued("refunds", OPENED)),
            events(owned(status), new ReturnToQueue()));
      }
    }

    @Test
    void keeps_a_resolved_case_until_it_is_opened_again() {
      assertEquals(List.of(), events(owned(CaseStatus.RESOLVED), new ReturnToQueue()));
      assertTrue(
          after(
                  owned(CaseStatus.RESOLVED),
                  new SetStatus(CaseStatus.OPEN, null),
                  circumstances(LEAD, OwnerState.GONE))
              .isWaiting());
    }
  }

  @Nested
  class A_timer {

    @Test
    void wakes_a_case_for_its_queue_if_the_owner_has_left() {
      assertTrue(
          after(owned(CaseStatus.PENDING), new WakeUp(WAKE_AT, OwnerState.GONE)).isWaiting());
    }

    @Test
    void wakes_a_pending_case_at_the_time_it_was_set_for() {
      assertEquals(
          CaseStatus.OPEN,
          after(owned(CaseStatus.PENDING), new WakeUp(WAKE_AT, OwnerState.ABSENT)).status());
    }

    @Test
    void of_an_earlier_wake_up_time_does_nothing() {
      assertEquals(
          List.of(),
          events(
              owned(CaseStatus.PENDING), new WakeUp(WAKE_AT.minusSeconds(1), OwnerState.ABSENT)));
    }

    @Test
    void closes_a_resolved_case_when_its_window_has_passed() {
      assertEquals(
          List.of(
              new StatusChanged(
                  CaseStatus.RESOLVED,
                  new Phase.Ended(CaseStatus.CLOSED, false),
                  StatusChangeReason.REOPEN_WINDOW_PASSED)),
          events(owned(CaseStatus.RESOLVED), new PassReopenWindow(REOPEN_UNTIL)));
    }

    @Test
    void of_an_earlier_window_does_nothing() {
      assertEquals(
          List.of(),
          events(owned(CaseStatus.RESOLVED), new PassReopenWindow(REOPEN_UNTIL.minusSeconds(1))));
    }
  }

  @Nested
  class An_assignment {

    @Test
    void by_the_planner_loses_against_a_person_who_was_faster() {
      assertEquals(
          List.of(), events(owned(CaseStatus.OPEN), new AssignAsPlanned("jon", "refunds")));
    }

    @Test
    void by_the_planner_of_a_queue_that_the_case_has_left_does_nothing() {
      assertEquals(
          List.of(), events(unowned(CaseStatus.OPEN), new AssignAsPlanned("jon", "disputes")));
    }

    @Test
    void to_oneself_from_the_queue_is_for_everybody_who_works_on_it() {
      assertEquals(
          "jon", after(unowned(CaseStatus.OPEN), COLLEAGUE, new Assign("jon", false)).owner());
    }

    @Test
    void to_somebody_else_is_for_leads() {
      assertEquals(
          new Refused(new Refusal.NotPermitted(Act.GIVE, Right.LEAD)),
          decide(unowned(CaseStatus.OPEN), COLLEAGUE, new Assign("mei", false)));
    }

    @Test
    void to_an_agent_who_is_offline_must_be_forced() {
      // Given
      Circumstances offline = circumstances(LEAD, OwnerState.READY, agent("jon").presence(OFFLINE));

      // Then
      assertEquals(
          new Refused(new Refusal.AgentOffline("jon")),
          life.decide(owned(CaseStatus.OPEN), new Assign("jon", false), offline));
      assertEquals("jon", after(owned(CaseStatus.OPEN), new Assign("jon", true), offline).owner());
    }

    @Test
    void to_an_agent_who_has_left_or_never_was_there_is_refused_however_forced() {
      // Given
      Circumstances left = circumstances(LEAD, OwnerState.READY, agent("jon").left());

      // Then
      assertEquals(
          new Refused(new Refusal.UnknownAgent("jon")),
          life.decide(owned(CaseStatus.OPEN), new Assign("jon", true), left));
      assertEquals(
          new Refused(new Refusal.UnknownAgent("nobody")),
          life.decide(owned(CaseStatus.OPEN), new Assign("nobody", true), left));
    }

    @Test
    void to_a_queue_that_does_not_exist_is_refused() {
      assertEquals(
          new Refused(new Refusal.UnknownQueue("nowhere")),
          decide(owned(CaseStatus.OPEN), OWNER, new Enqueue("nowhere")));
    }
  }

  @Nested
  class A_case_that_loses_its_owner {

    @Test
    void by_declining_keeps_its_turn() {
      assertEquals(
          List.of(new Unassigned("mei", UnassignReason.DECLINED), new Queued("refunds", OPENED)),
          events(owned(CaseStatus.OPEN), OWNER, new Decline()));
    }

    @Test
    void by_moving_to_another_queue_keeps_its_turn() {
      assertEquals(
          new Place(null, "disputes", OPENED),
          after(owned(CaseStatus.OPEN), OWNER, new Enqueue("disputes")).place());
    }

    @Test
    void by_escalation_keeps_its_turn() {
      assertEquals(
          List.of(new Unassigned("mei", UnassignReason.ESCALATED), new Queued("fraud", OPENED)),
          events(owned(CaseStatus.OPEN), new SendToQueue("fraud")));
    }
  }

  @Nested
  class A_correction {

    @Test
    void moves_a_waiting_case_to_the_queue_that_takes_its_kind() {
      assertEquals(
          new Place(null, "disputes", OPENED),
          after(unowned(CaseStatus.OPEN), COLLEAGUE, new Classify(Category.DISPUTE, "zh")).place());
    }

    @Test
    void leaves_an_owned_case_where_it_is() {
      assertEquals(
          "refunds",
          after(owned(CaseStatus.OPEN), OWNER, new Prioritize(Priority.URGENT)).place().queue());
    }

    @Test
    void to_what_it_is_already_is_no_event() {
      assertEquals(
          List.of(), events(owned(CaseStatus.OPEN), OWNER, new Classify(Category.REFUND, "zh")));
    }
  }

  @Test
  void an_escalation_raises_the_priority_only_upwards() {
    // Given
    UUID escalation = new UUID(0, 9);

    // Then
    assertEquals(
        List.of(new PriorityChanged(Priority.NORMAL, Priority.HIGH, escalation)),
        events(owned(CaseStatus.OPEN), new RaisePriority(Priority.HIGH, escalation)));
    assertEquals(
        List.of(), events(owned(CaseStatus.OPEN), new RaisePriority(Priority.LOW, escalation)));
  }

  @Test
  void a_case_just_opened_waits_in_its_queue_from_when_it_was_received() {
    // When
    CaseState opened =
        CaseState.opened("refunds", OPENED, new Label(Priority.LOW, Category.OTHER, "en"), 1);

    // Then
    assertTrue(opened.isWaiting());
    assertEquals(OPENED, opened.place().waitingSince());
    assertNull(opened.owner());
  }

  private static TakeMessage messageAt(Instant receivedAt, OwnerState owner) {
    return new TakeMessage(MESSAGE, receivedAt, false, SEQUENCE, owner);
  }

  private Decision decide(CaseState state, Actor by, StaffCommand command) {
    return life.decide(state, command, circumstances(by, OwnerState.READY));
  }

  private List<LifeEvent> events(CaseState state, Actor by, StaffCommand command) {
    return assertInstanceOf(Accepted.class, decide(state, by, command)).events();
  }

  private CaseState after(CaseState state, Actor by, StaffCommand command) {
    return state.after(events(state, by, command));
  }

  private CaseState after(CaseState state, StaffCommand command, Circumstances given) {
    return state.after(
        assertInstanceOf(Accepted.class, life.decide(state, command, given)).events());
  }

  private static List<LifeEvent> events(CaseState state, SystemCommand command) {
    return SystemMoves.decide(state, command);
  }

  private static CaseState after(CaseState state, SystemCommand command) {
    return state.after(events(state, command));
  }
}
