package io.casewire.routing.escalation;

import static io.casewire.routing.directory.Agents.agent;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.casewire.events.AgentRole;
import io.casewire.events.CaseStatus;
import io.casewire.events.EscalationAction;
import io.casewire.events.EscalationOutcome;
import io.casewire.events.Priority;
import io.casewire.routing.directory.AgentAtWork;
import io.casewire.routing.directory.Agents;
import io.casewire.routing.directory.Presence;
import io.casewire.routing.directory.Queue;
import io.casewire.routing.directory.Queues;
import io.casewire.routing.directory.Strategy;
import io.casewire.routing.escalation.Resolution.Effect;
import io.casewire.routing.life.Sight;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class EscalationRulesTest {

  private static final Queue REFUNDS = Queues.queue("refunds", Strategy.LEAST_LOADED);
  private static final Queue FRAUD = Queues.queue("fraud", Strategy.LEAST_LOADED);

  private static final Agents OWNER = agent("owner", "refunds");
  private static final Agents LEAD = agent("lead", "refunds").role(AgentRole.LEAD);
  private static final Agents OTHER_LEAD = agent("lead-2", "refunds").role(AgentRole.LEAD);
  private static final Agents FRAUD_LEAD = agent("fraud-lead", "fraud").role(AgentRole.LEAD);
  private static final Agents BOSS = agent("boss").role(AgentRole.SUPERVISOR);

  /** The sequence of the last event that such a case had. */
  private static final long OVERTAKING = 7;

  @Test
  void an_escalation_whose_decider_had_not_seen_the_last_change_does_nothing() {
    for (EscalationAction action : EscalationAction.values()) {
      // Given
      Escalation overtaken = new Escalation(Target.parse("lead"), action, Sight.of(OVERTAKING - 1));

      // When
      Resolution resolution =
          EscalationRules.resolve(
              overtaken, ownedBy("owner"), id -> Optional.empty(), List.of(LEAD.atWork()));

      // Then
      assertEquals(Resolution.OBSOLETE, resolution);
    }
  }

  @Test
  void an_escalation_that_does_not_say_what_its_decider_had_seen_is_carried_out() {
    // Given
    Escalation older =
        new Escalation(Target.parse("lead"), EscalationAction.NOTIFY, Sight.of(null));

    // Then
    assertEquals(
        done(new Effect.None(), "lead"),
        EscalationRules.resolve(
            older, ownedBy("owner"), id -> Optional.empty(), List.of(LEAD.atWork())));
  }

  @Test
  void an_escalation_whose_message_was_answered_meanwhile_does_nothing() {
    // Given
    CaseAtHand answered =
        new CaseAtHand(CaseStatus.OPEN, "owner", REFUNDS, Priority.LOW, true, OVERTAKING);

    // When
    Resolution resolution = resolve("lead", EscalationAction.REASSIGN, answered, OWNER, LEAD);

    // Then
    assertEquals(Resolution.OBSOLETE, resolution);
  }

  @ParameterizedTest
  @EnumSource(names = {"RESOLVED", "CLOSED", "MERGED", "SPAM"})
  void an_escalation_of_a_case_that_is_over_does_nothing(CaseStatus status) {
    // Given
    CaseAtHand over = new CaseAtHand(status, "owner", REFUNDS, Priority.LOW, false, OVERTAKING);

    // When
    Resolution resolution = resolve("lead", EscalationAction.NOTIFY, over, OWNER, LEAD);

    // Then
    assertEquals(Resolution.OBSOLETE, resolution);
  }

  @Test
  void the_owner_is_told_also_when_he_is_offline() {
    // When
    Resolution resolution =
        resolve(
            "owner",
            EscalationAction.NOTIFY,
            ownedBy("owner"),
            OWNER.presence(Presence.OFFLINE),
            LEAD);

    // Then
    assertEquals(done(new Effect.None(), "owner"), resolution);
  }

  @Test
  void a_case_without_an_owner_turns_to_the_leads_of_its_queue_instead() {
    // When
    Resolution resolution =
        resolve("owner", EscalationAction.NOTIFY, ownedBy(null), OWNER, LEAD, FRAUD_LEAD);

    // Then
    assertEquals(done(new Effect.None(), "lead"), resolution);
  }

  @Test
  void leads_who_are_online_come_before_those_who_are_not() {
    // When
    Resolution resolution =
        resolve(
            "lead",
            EscalationAction.NOTIFY,
            ownedBy("owner"),
            LEAD.presence(Presence.AWAY),
            OTHER_LEAD,
            BOSS);

    // Then
    assertEquals(done(new Effect.None(), "lead-2"), resolution);
  }

  @Test
  void leads_who_are_all_offline_are_told_all_the_same() {
    // When
    Resolution resolution =
        resolve(
            "lead",
            EscalationAction.NOTIFY,
            ownedBy("owner"),
            LEAD.presence(Presence.OFFLINE),
            OTHER_LEAD.presence(Presence.OFFLINE),
            BOSS);

    // Then
    assertEquals(done(new Effect.None(), "lead", "lead-2"), resolution);
  }

  @Test
  void a_queue_without_leads_turns_to_the_supervisors() {
    // When
    Resolution resolution =
        resolve("lead", EscalationAction.NOTIFY, ownedBy("owner"), OWNER, FRAUD_LEAD, BOSS);

    // Then
    assertEquals(done(new Effect.None(), "boss"), resolution);
  }

  @Test
  void the_agent_whom_the_queue_names_comes_before_its_leads() {
    // Given
    Queue queue = Queues.escalatingTo("refunds", "owner");
    CaseAtHand unowned =
        new CaseAtHand(CaseStatus.OPEN, null, queue, Priority.LOW, false, OVERTAKING);

    // When
    Resolution resolution = resolve("lead", EscalationAction.NOTIFY, unowned, OWNER, LEAD);

    // Then
    assertEquals(done(new Effect.None(), "owner"), resolution);
  }

  @Test
  void an_agent_who_has_left_stands_for_the_leads() {
    // When
    Resolution resolution =
        resolve("owner", EscalationAction.NOTIFY, ownedBy("owner"), OWNER.left(), LEAD);

    // Then
    assertEquals(done(new Effect.None(), "lead"), resolution);
  }

  @Test
  void where_there_is_nobody_at_all_the_outcome_says_so() {
    // When
    Resolution resolution =
        resolve("supervisor", EscalationAction.NOTIFY, ownedBy("owner"), OWNER, LEAD);

    // Then
    assertEquals(
        new Resolution(new Effect.None(), List.of(), EscalationOutcome.NOBODY), resolution);
  }

  @Test
  void reassigning_takes_the_least_busy_lead_who_is_online() {
    // When
    Resolution resolution =
        resolve(
            "lead", EscalationAction.REASSIGN, ownedBy("owner"), LEAD.load(7), OTHER_LEAD.load(3));

    // Then
    assertEquals(done(new Effect.HandOver("lead-2"), "lead", "lead-2"), resolution);
  }

  @Test
  void nobody_who_is_offline_is_handed_a_case_it_goes_back_to_its_queue() {
    // When
    Resolution resolution =
        resolve(
            "lead", EscalationAction.REASSIGN, ownedBy("owner"), LEAD.presence(Presence.OFFLINE));

    // Then
    assertEquals(done(new Effect.SendToQueue("refunds"), "lead"), resolution);
  }

  @Test
  void another_queue_gets_the_case_and_its_leads_hear_of_it() {
    // When
    Resolution resolution =
        resolve(
            "queue:fraud", EscalationAction.REASSIGN, ownedBy("owner"), OWNER, LEAD, FRAUD_LEAD);

    // Then
    assertEquals(done(new Effect.SendToQueue("fraud"), "fraud-lead"), resolution);
  }

  @Test
  void a_queue_that_does_not_exist_stands_for_the_cases_own() {
    // When
    Resolution resolution =
        resolve("queue:nowhere", EscalationAction.REASSIGN, ownedBy("owner"), OWNER, LEAD);

    // Then
    assertEquals(done(new Effect.SendToQueue("refunds"), "lead"), resolution);
  }

  @ParameterizedTest
  @CsvSource({"LOW,NORMAL", "NORMAL,HIGH", "HIGH,URGENT"})
  void raising_goes_one_step_up(Priority from, Priority to) {
    // Given
    CaseAtHand theCase =
        new CaseAtHand(CaseStatus.PENDING, "owner", REFUNDS, from, false, OVERTAKING);

    // When
    Resolution resolution = resolve("boss", EscalationAction.RAISE_PRIORITY, theCase, OWNER, BOSS);

    // Then
    assertEquals(done(new Effect.RaisePriority(to), "boss"), resolution);
  }

  @Test
  void an_urgent_case_can_not_be_raised_but_people_are_told() {
    // Given
    CaseAtHand urgent =
        new CaseAtHand(CaseStatus.OPEN, "owner", REFUNDS, Priority.URGENT, false, OVERTAKING);

    // When
    Resolution resolution = resolve("owner", EscalationAction.RAISE_PRIORITY, urgent, OWNER);

    // Then
    assertEquals(done(new Effect.None(), "owner"), resolution);
  }

  private static Resolution resolve(
      String to, EscalationAction action, CaseAtHand theCase, Agents... agents) {
    List<AgentAtWork> staff = Arrays.stream(agents).map(Agents::atWork).toList();
    return EscalationRules.resolve(
        new Escalation(Target.parse(to), action, Sight.of(OVERTAKING)),
        theCase,
        id -> id.equals(FRAUD.id()) ? Optional.of(FRAUD) : Optional.empty(),
        staff);
  }

  private static Resolution done(Effect effect, String... recipients) {
    return new Resolution(effect, List.of(recipients), EscalationOutcome.DONE);
  }

  private static CaseAtHand ownedBy(String owner) {
    return new CaseAtHand(CaseStatus.OPEN, owner, REFUNDS, Priority.NORMAL, false, OVERTAKING);
  }
}
