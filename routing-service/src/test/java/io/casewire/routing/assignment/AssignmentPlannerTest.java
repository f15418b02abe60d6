package io.casewire.routing.assignment;

import static io.casewire.routing.directory.Agents.agent;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import io.casewire.events.Priority;
import io.casewire.routing.assignment.RoutingDecision.Candidate;
import io.casewire.routing.directory.Agents;
import io.casewire.routing.directory.LanguageLevel;
import io.casewire.routing.directory.Presence;
import io.casewire.routing.directory.Queue;
import io.casewire.routing.directory.Queues;
import io.casewire.routing.directory.Strategy;
import java.time.Instant;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class AssignmentPlannerTest {

  private static final Instant NOW = Instant.parse("2026-03-02T09:00:00Z");
  private static final Queue DISPUTES = Queues.queue("disputes", Strategy.LEAST_LOADED, "dispute");
  private static final Queue REFUNDS = Queues.queue("refunds", Strategy.LEAST_LOADED);

  private final AtomicLong decisions = new AtomicLong();
  private final AssignmentPlanner planner = planner(100);

  @Test
  void a_decision_names_every_candidate_and_why_he_did_not_get_the_case() {
    // Given
    WaitingCase waiting = declinedBy(chinese(1), "declined-it");
    Staff agents =
        atWork(
            agent("best", "disputes").skills("dispute").load(1),
            agent("busier", "disputes").skills("dispute").load(2),
            agent("full", "disputes").skills("dispute").load(10),
            agent("declined-it", "disputes").skills("dispute"),
            agent("english-only", "disputes")
                .skills("dispute")
                .languages(Map.of("en", LanguageLevel.NATIVE)),
            agent("unskilled", "disputes"),
            agent("at-lunch", "disputes").skills("dispute").presence(Presence.AWAY),
            agent("at-home", "disputes").skills("dispute").presence(Presence.OFFLINE),
            agent("gone", "disputes").skills("dispute").left(),
            agent("elsewhere", "refunds").skills("dispute"));

    // When
    RoutingDecision decision = planner.plan(DISPUTES, List.of(waiting), agents, NOW).getFirst();

    // Then
    assertEquals("best", decision.chosen());
    assertEquals(
        Map.of(
            "best", "chosen",
            "busier", "ranked-lower",
            "full", "at-capacity",
            "declined-it", "declined",
            "english-only", "lacks-language:zh",
            "unskilled", "lacks-skill:dispute",
            "at-lunch", "away",
            "at-home", "offline",
            "gone", "offline",
            "elsewhere", "not-in-queue"),
        reasons(decision));
    assertEquals(7, decision.policyVersion());
    assertEquals(Map.of(), decision.unlisted());
  }

  @Test
  void cases_are_served_by_priority_then_deadline_then_age() {
    // Given
    WaitingCase urgent = waiting(5, Priority.URGENT, null, 50);
    WaitingCase dueSoon = waiting(4, Priority.NORMAL, NOW.plusSeconds(60), 40);
    WaitingCase dueLater = waiting(3, Priority.NORMAL, NOW.plusSeconds(600), 0);
    WaitingCase old = waiting(2, Priority.NORMAL, null, 10);
    WaitingCase young = waiting(1, Priority.NORMAL, null, 20);

    // When
    List<RoutingDecision> plan =
        planner.plan(
            REFUNDS,
            List.of(young, old, dueLater, dueSoon, urgent),
            atWork(agent("mei", "refunds")),
            NOW);

    // Then
    assertEquals(
        List.of(id(5), id(4), id(3), id(2), id(1)),
        plan.stream().map(RoutingDecision::caseId).toList());
  }

  @Test
  void a_case_that_nobody_can_take_holds_up_none_behind_it_and_leaves_no_decision() {
    // Given
    WaitingCase french = inLanguage(waiting(1, Priority.URGENT, null, 0), "fr");
    WaitingCase chinese = chinese(2);

    // When
    List<RoutingDecision> plan =
        planner.plan(REFUNDS, List.of(french, chinese), atWork(agent("mei", "refunds")), NOW);

    // Then
    assertEquals(List.of(id(2)), plan.stream().map(RoutingDecision::caseId).toList());
  }

  @Test
  void a_chat_needs_two_units_so_a_later_mail_may_get_the_last_one() {
    // Given
    WaitingCase chat = onChannel(waiting(1, Priority.URGENT, null, 0), "chat");
    WaitingCase mail = onChannel(waiting(2, Priority.LOW, null, 0), "email");

    // When
    List<RoutingDecision> plan =
        planner.plan(REFUNDS, List.of(chat, mail), atWork(agent("mei", "refunds").load(9)), NOW);

    // Then
    assertEquals(List.of(id(2)), plan.stream().map(RoutingDecision::caseId).toList());
  }

  @Test
  void the_least_loaded_is_who_holds_least_of_his_own_capacity() {
    // Given
    Staff agents =
        atWork(
            agent("half", "refunds").capacity(4).load(2),
            agent("third", "refunds").capacity(9).load(3));

    // When
    RoutingDecision decision = planner.plan(REFUNDS, List.of(chinese(1)), agents, NOW).getFirst();

    // Then
    assertEquals("third", decision.chosen());
    assertNull(decision.tieBreak());
  }

  @Test
  void equal_loads_go_to_the_longest_idle_then_to_the_smallest_id() {
    // Given
    Staff idle =
        atWork(
            agent("a", "refunds").idleSince(NOW.minusSeconds(10)),
            agent("b", "refunds").idleSince(NOW.minusSeconds(90)));
    Staff equal = atWork(agent("b", "refunds"), agent("a", "refunds"));

    // When
    RoutingDecision byIdleness = planner.plan(REFUNDS, List.of(chinese(1)), idle, NOW).getFirst();
    RoutingDecision byId = planner.plan(REFUNDS, List.of(chinese(1)), equal, NOW).getFirst();

    // Then
    assertEquals(List.of("b", "longest-idle"), List.of(byIdleness.chosen(), byIdleness.tieBreak()));
    assertEquals(List.of("a", "agent-id"), List.of(byId.chosen(), byId.tieBreak()));
  }

  @Test
  void round_robin_goes_on_where_the_ring_stood_whatever_the_loads_are() {
    // Given
    Queue ring = Queues.queue("ring", Strategy.ROUND_ROBIN);
    Staff agents =
        atWork(
            agent("a", "ring").lastTurn(41),
            agent("b", "ring").lastTurn(40).load(5),
            agent("c", "ring").lastTurn(42));

    // When
    List<RoutingDecision> plan =
        planner.plan(ring, List.of(chinese(1), chinese(2), chinese(3), chinese(4)), agents, NOW);

    // Then
    assertEquals(List.of("b", "a", "c", "b"), plan.stream().map(RoutingDecision::chosen).toList());
  }

  @Test
  void longest_idle_goes_to_who_was_given_nothing_for_the_longest_time() {
    // Given
    Queue queue = Queues.queue("idle", Strategy.LONGEST_IDLE);
    Staff agents =
        atWork(
            agent("rested", "idle").load(9).idleSince(NOW.minusSeconds(900)),
            agent("fresh", "idle").idleSince(NOW.minusSeconds(5)));

    // When
    List<RoutingDecision> plan = planner.plan(queue, List.of(chinese(1), chinese(2)), agents, NOW);

    // Then
    assertEquals(List.of("rested", "fresh"), plan.stream().map(RoutingDecision::chosen).toList());
  }

  @Test
  void who_only_translates_comes_after_everybody_who_speaks_the_language() {
    // Given
    Staff agents =
        atWork(
            agent("translator", "refunds").languages(Map.of("zh", LanguageLevel.TRANSLATE)),
            agent("speaker", "refunds").load(9));

    // When
    List<RoutingDecision> plan =
        planner.plan(REFUNDS, List.of(chinese(1), chinese(2)), agents, NOW);

    // Then
    assertEquals(
        List.of("speaker", "translator"), plan.stream().map(RoutingDecision::chosen).toList());
  }

  @Test
  void a_waiting_case_is_explained_by_the_same_rules_without_being_given_to_anybody() {
    // Given
    Staff agents =
        atWork(
            agent("full", "refunds").load(10),
            agent("at-home", "refunds").presence(Presence.OFFLINE));

    // When
    RoutingDecision explanation = planner.explain(REFUNDS, chinese(1), agents, NOW);

    // Then
    assertNull(explanation.chosen());
    assertEquals(Map.of("full", "at-capacity", "at-home", "offline"), reasons(explanation));
  }

  @Test
  void a_decision_names_some_agents_of_each_reason_and_counts_the_others() {
    // Given
    Staff agents =
        atWork(
            agent("a", "refunds"),
            agent("b", "refunds"),
            agent("c", "refunds"),
            agent("d", "refunds").load(10),
            agent("e", "refunds").presence(Presence.AWAY),
            agent("f", "refunds").presence(Presence.AWAY));

    // When
    RoutingDecision decision =
        planner(1).plan(REFUNDS, List.of(chinese(1)), agents, NOW).getFirst();

    // Then
    assertEquals(
        List.of("a", "b", "d", "e"),
        decision.candidates().stream().map(Candidate::agentId).toList());
    assertEquals(Map.of("ranked-lower", 1, "away", 1), decision.unlisted());
  }

  @Test
  void an_agent_who_stands_for_others_counts_for_them() {
    // Given
    Staff staff =
        new Staff(
            atWork(agent("a", "refunds"), agent("b", "refunds").presence(Presence.AWAY)).agents(),
            Map.of("b", 40));

    // When
    RoutingDecision decision = planner.plan(REFUNDS, List.of(chinese(1)), staff, NOW).getFirst();

    // Then
    assertEquals(Map.of("away", 40), decision.unlisted());
  }

  @Test
  void nobody_is_chosen_beyond_the_first_case_that_filled_him() {
    // Given
    Staff agents = atWork(agent("mei", "refunds").capacity(2));

    // When
    List<RoutingDecision> plan =
        planner.plan(REFUNDS, List.of(chinese(1), chinese(2), chinese(3)), agents, NOW);

    // Then
    assertEquals(2, plan.size());
  }

  private AssignmentPlanner planner(int candidateLimit) {
    return new AssignmentPlanner(() -> id(decisions.incrementAndGet()), candidateLimit);
  }

  private static Map<String, String> reasons(RoutingDecision decision) {
    Map<String, String> reasons = new LinkedHashMap<>();
    for (Candidate candidate : decision.candidates()) {
      Reason reason = candidate.reason();
      reasons.put(candidate.agentId(), reason == null ? "chosen" : reason.code());
    }
    return reasons;
  }

  private static Staff atWork(Agents... agents) {
    return Staff.of(Arrays.stream(agents).map(Agents::atWork).toList());
  }

  private static WaitingCase chinese(int number) {
    return waiting(number, Priority.NORMAL, null, number);
  }

  private static WaitingCase waiting(int number, Priority priority, Instant dueAt, int second) {
    return new WaitingCase(
        id(number), priority, dueAt, NOW.minusSeconds(3600L - second), "zh", "email", Set.of());
  }

  private static WaitingCase inLanguage(WaitingCase c, String language) {
    return new WaitingCase(
        c.caseId(),
        c.priority(),
        c.dueAt(),
        c.waitingSince(),
        language,
        c.channel(),
        c.declinedBy());
  }

  private static WaitingCase onChannel(WaitingCase c, String channel) {
    return new WaitingCase(
        c.caseId(),
        c.priority(),
        c.dueAt(),
        c.waitingSince(),
        c.language(),
        channel,
        c.declinedBy());
  }

  private static WaitingCase declinedBy(WaitingCase c, String agentId) {
    return new WaitingCase(
        c.caseId(),
        c.priority(),
        c.dueAt(),
        c.waitingSince(),
        c.language(),
        c.channel(),
        Set.of(agentId));
  }

  private static UUID id(long number) {
    return new UUID(0x7000L, number);
  }
}
