package io.casewire.routing.assignment;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.casewire.events.Priority;
import io.casewire.routing.directory.AgentAtWork;
import io.casewire.routing.directory.Agents;
import io.casewire.routing.directory.LanguageLevel;
import io.casewire.routing.directory.Presence;
import io.casewire.routing.directory.Queue;
import io.casewire.routing.directory.Queues;
import io.casewire.routing.directory.Strategy;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Function;
import java.util.stream.Collectors;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;

/** What the planner guarantees for any cases and any agents. */
class AssignmentPropertiesTest {

  private static final Instant NOW = Instant.parse("2026-03-02T09:00:00Z");
  private static final String SEED = "4207";

  @Property(seed = SEED, tries = 300)
  void nobody_is_planned_beyond_his_capacity(@ForAll("desks") Desk desk) {
    Map<String, Integer> given = new HashMap<>();
    for (RoutingDecision decision : plan(desk)) {
      given.merge(decision.chosen(), desk.weightOf(decision.caseId()), Integer::sum);
    }

    given.forEach(
        (id, units) -> {
          AgentAtWork agent = desk.agent(id);
          assertTrue(agent.load() + units <= agent.agent().capacity(), () -> id + " got " + units);
        });
  }

  @Property(seed = SEED, tries = 300)
  void every_chosen_agent_is_fit_for_the_case(@ForAll("desks") Desk desk) {
    for (RoutingDecision decision : plan(desk)) {
      AgentAtWork agent = desk.agent(decision.chosen());
      WaitingCase waiting = desk.waiting(decision.caseId());

      assertTrue(agent.isOnline());
      assertTrue(agent.agent().queues().contains(desk.queue().id()));
      assertTrue(agent.agent().skills().containsAll(desk.queue().requiredSkills()));
      assertTrue(agent.agent().languages().containsKey(waiting.language()));
      assertTrue(!waiting.declinedBy().contains(agent.id()));
    }
  }

  @Property(seed = SEED, tries = 300)
  void the_plan_does_not_depend_on_the_order_of_what_it_is_given(
      @ForAll("desks") Desk desk, @ForAll Random order) {
    List<WaitingCase> cases = new ArrayList<>(desk.cases());
    List<AgentAtWork> agents = new ArrayList<>(desk.agents());
    Collections.shuffle(cases, order);
    Collections.shuffle(agents, order);

    assertEquals(plan(desk), plan(new Desk(desk.queue(), cases, agents)));
  }

  @Property(seed = SEED, tries = 300)
  void cases_are_served_in_their_turn_and_each_once(@ForAll("desks") Desk desk) {
    List<WaitingCase> served =
        plan(desk).stream().map(decision -> desk.waiting(decision.caseId())).toList();

    assertEquals(served.stream().sorted(WaitingCase.TURN).toList(), served);
    assertEquals(served.size(), new HashSet<>(served).size());
  }

  @Property(seed = SEED, tries = 300)
  void a_case_is_left_waiting_only_if_nobody_is_left_who_could_take_it(@ForAll("desks") Desk desk) {
    List<RoutingDecision> plan = plan(desk);
    Set<UUID> served = plan.stream().map(RoutingDecision::caseId).collect(Collectors.toSet());
    List<AgentAtWork> afterwards = desk.afterwards(plan);

    for (WaitingCase waiting : desk.cases()) {
      if (!served.contains(waiting.caseId())) {
        assertTrue(
            planner()
                .explain(desk.queue(), waiting, Staff.of(afterwards), NOW)
                .chosenAgent()
                .isEmpty());
      }
    }
  }

  @Property(seed = SEED, tries = 300)
  void every_agent_is_listed_or_counted_once(@ForAll("desks") Desk desk) {
    AssignmentPlanner shortLists = new AssignmentPlanner(UUID::randomUUID, 2);
    for (RoutingDecision decision :
        shortLists.plan(desk.queue(), desk.cases(), Staff.of(desk.agents()), NOW)) {
      int counted = decision.unlisted().values().stream().mapToInt(Integer::intValue).sum();

      assertEquals(desk.agents().size(), decision.candidates().size() + counted);
    }
  }

  @Property(seed = SEED, tries = 1000)
  void every_decision_is_that_of_a_plain_walk_over_all_agents(@ForAll("desks") Desk desk) {
    PlainWalk walk = new PlainWalk(desk.queue(), desk.agents(), NOW);
    AssignmentPlanner shortLists = new AssignmentPlanner(UUID::randomUUID, 2);
    List<RoutingDecision> plan =
        shortLists.plan(desk.queue(), desk.cases(), Staff.of(desk.agents()), NOW);

    List<PlainWalk.Result> expected =
        desk.cases().stream()
            .sorted(WaitingCase.TURN)
            .map(walk::assign)
            .flatMap(Optional::stream)
            .toList();
    assertEquals(expected, plan.stream().map(PlainWalk.Result::of).toList());
  }

  @Property(seed = SEED, tries = 300)
  void a_lane_is_open_as_long_as_an_agent_with_room_is_on_duty_for_it(@ForAll("desks") Desk desk) {
    AssignmentRound round = planner().round(desk.queue(), Staff.of(desk.agents()), NOW);
    List<AgentAtWork> afterwards = desk.afterwards(round.assign(desk.cases(), 100));

    for (String language : List.of("zh", "en", "fr")) {
      for (String channel : List.of("chat", "email")) {
        boolean hasRoom =
            afterwards.stream()
                .filter(agent -> agent.agent().worksOn(desk.queue().id()))
                .filter(agent -> agent.agent().skills().containsAll(desk.queue().requiredSkills()))
                .filter(agent -> agent.agent().speaks(language).isPresent())
                .anyMatch(agent -> agent.hasRoomFor(desk.queue().weightOf(channel)));
        assertEquals(hasRoom, round.isOpen(language, channel), language + " " + channel);
      }
    }
  }

  private static List<RoutingDecision> plan(Desk desk) {
    return planner().plan(desk.queue(), desk.cases(), Staff.of(desk.agents()), NOW);
  }

  private static AssignmentPlanner planner() {
    AtomicLong decisions = new AtomicLong();
    return new AssignmentPlanner(() -> new UUID(1, decisions.incrementAndGet()), 100);
  }

  @Provide
  Arbitrary<Desk> desks() {
    Arbitrary<Queue> queues =
        Combinators.combine(Arbitraries.of(Strategy.class), Arbitraries.of(true, false))
            .as(
                (strategy, skilled) ->
                    skilled ? Queues.queue("q", strategy, "dispute") : Queues.queue("q", strategy));
    return Combinators.combine(queues, cases().list().ofMaxSize(25), agents().list().ofMaxSize(8))
        .as(Desk::numbered);
  }

  private static Arbitrary<WaitingCase> cases() {
    return Combinators.combine(
            Arbitraries.of(Priority.class),
            Arbitraries.integers().between(0, 3).injectNull(0.3),
            Arbitraries.integers().between(0, 3),
            Arbitraries.of("zh", "en", "fr"),
            Arbitraries.of("chat", "email"),
            Arbitraries.of("agent-0", "agent-1", "agent-2").set().ofMaxSize(2))
        .as(
            (priority, due, age, language, channel, declinedBy) ->
                new WaitingCase(
                    new UUID(0, 0),
                    priority,
                    due == null ? null : NOW.plusSeconds(due),
                    NOW.minusSeconds(age),
                    language,
                    channel,
                    declinedBy));
  }

  private static Arbitrary<Agents> agents() {
    return Combinators.combine(
            Arbitraries.of("q", "elsewhere"),
            Arbitraries.frequencyOf(
                Tuple.of(4, Arbitraries.just(Presence.ONLINE)),
                Tuple.of(1, Arbitraries.of(Presence.class))),
            Arbitraries.of("zh", "en").set().ofMinSize(1),
            Arbitraries.of(LanguageLevel.class),
            Arbitraries.integers().between(0, 5),
            Arbitraries.integers().between(0, 3),
            Arbitraries.of(true, false),
            Arbitraries.integers().between(0, 4))
        .as(
            (queue, presence, languages, level, capacity, load, skilled, turn) ->
                Agents.agent("x", queue)
                    .presence(presence)
                    .languages(
                        languages.stream()
                            .collect(Collectors.toMap(Function.identity(), _ -> level)))
                    .capacity(capacity)
                    .load(load)
                    .skills(skilled ? new String[] {"dispute"} : new String[0])
                    .idleSince(NOW.minusSeconds(turn))
                    .lastTurn(turn));
  }

  /** Everything a plan is made from. */
  record Desk(Queue queue, List<WaitingCase> cases, List<AgentAtWork> agents) {

    static Desk numbered(Queue queue, List<WaitingCase> cases, List<Agents> agents) {
      List<WaitingCase> numberedCases = new ArrayList<>();
      for (WaitingCase c : cases) {
        numberedCases.add(
            new WaitingCase(
                new UUID(0x7000, numberedCases.size()),
                c.priority(),
                c.dueAt(),
                c.waitingSince(),
                c.language(),
                c.channel(),
                c.declinedBy()));
      }
      List<AgentAtWork> named = new ArrayList<>();
      for (Agents a : agents) {
        named.add(a.named("agent-" + named.size()).atWork());
      }
      return new Desk(queue, numberedCases, named);
    }

    AgentAtWork agent(String id) {
      return agents.stream().filter(agent -> agent.id().equals(id)).findFirst().orElseThrow();
    }

    WaitingCase waiting(UUID id) {
      return cases.stream().filter(c -> c.caseId().equals(id)).findFirst().orElseThrow();
    }

    int weightOf(UUID caseId) {
      return queue.weightOf(waiting(caseId).channel());
    }

    List<AgentAtWork> afterwards(List<RoutingDecision> plan) {
      return agents.stream()
          .map(
              agent -> {
                int given =
                    plan.stream()
                        .filter(decision -> agent.id().equals(decision.chosen()))
                        .mapToInt(decision -> weightOf(decision.caseId()))
                        .sum();
                return new AgentAtWork(
                    agent.agent(),
                    agent.presence(),
                    agent.load() + given,
                    agent.idleSince(),
                    agent.lastTurn());
              })
          .toList();
    }
  }
}
