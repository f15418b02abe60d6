package io.casewire.routing.assignment;

import io.casewire.routing.directory.AgentAtWork;
import io.casewire.routing.directory.LanguageLevel;
import io.casewire.routing.directory.Queue;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;

/** Assigns as the planner does, but asks every rule of every agent for every case. */
final class PlainWalk {

  private final Queue queue;
  private final Instant now;
  private final Map<String, AgentAtWork> agents = new TreeMap<>();

  PlainWalk(Queue queue, List<AgentAtWork> agents, Instant now) {
    this.queue = queue;
    this.now = now;
    agents.forEach(agent -> this.agents.put(agent.id(), agent));
  }

  Optional<Result> assign(WaitingCase waiting) {
    Map<String, Integer> reasons = new HashMap<>();
    List<AgentAtWork> fit = new ArrayList<>();
    for (AgentAtWork agent : agents.values()) {
      objection(agent, waiting)
          .ifPresentOrElse(
              reason -> reasons.merge(reason.code(), 1, Integer::sum), () -> fit.add(agent));
    }
    if (fit.isEmpty()) {
      return Optional.empty();
    }
    fit.sort(order(waiting.language()));
    if (fit.size() > 1) {
      reasons.put(Reason.RANKED_LOWER.code(), fit.size() - 1);
    }
    AgentAtWork winner = fit.getFirst();
    Optional<String> tieBreak =
        fit.size() > 1 ? tieBreak(winner, fit.get(1), waiting.language()) : Optional.empty();
    give(winner, waiting);
    return Optional.of(
        new Result(waiting.caseId(), winner.id(), winner.load(), tieBreak.orElse(null), reasons));
  }

  private Optional<Reason> objection(AgentAtWork agent, WaitingCase waiting) {
    return FitRules.laneObjection(agent, queue, waiting.language())
        .or(() -> FitRules.hasNotDeclined(agent, waiting.declinedBy()))
        .or(() -> FitRules.hasRoom(agent, agent.load(), queue.weightOf(waiting.channel())));
  }

  private void give(AgentAtWork winner, WaitingCase waiting) {
    long turn = agents.values().stream().mapToLong(AgentAtWork::lastTurn).max().orElse(0) + 1;
    int load = winner.load() + queue.weightOf(waiting.channel());
    agents.put(winner.id(), new AgentAtWork(winner.agent(), winner.presence(), load, now, turn));
  }

  private Comparator<AgentAtWork> order(String language) {
    Comparator<AgentAtWork> order = language(language).thenComparing(strategy());
    return switch (queue.strategy()) {
      case LEAST_LOADED ->
          order.thenComparing(AgentAtWork::idleSince).thenComparing(AgentAtWork::id);
      case ROUND_ROBIN, LONGEST_IDLE -> order.thenComparing(AgentAtWork::id);
    };
  }

  private static Comparator<AgentAtWork> language(String language) {
    return Comparator.comparing(
        agent -> agent.agent().speaks(language).equals(Optional.of(LanguageLevel.TRANSLATE)));
  }

  private Comparator<AgentAtWork> strategy() {
    return switch (queue.strategy()) {
      case LEAST_LOADED ->
          (a, b) ->
              Integer.compare(a.load() * b.agent().capacity(), b.load() * a.agent().capacity());
      case ROUND_ROBIN -> Comparator.comparingLong(AgentAtWork::lastTurn);
      case LONGEST_IDLE -> Comparator.comparing(AgentAtWork::idleSince);
    };
  }

  private Optional<String> tieBreak(AgentAtWork winner, AgentAtWork runnerUp, String language) {
    if (language(language).thenComparing(strategy()).compare(winner, runnerUp) != 0) {
      return Optional.empty();
    }
    return switch (queue.strategy()) {
      case LEAST_LOADED ->
          Optional.of(
              winner.idleSince().equals(runnerUp.idleSince()) ? "agent-id" : "longest-idle");
      case ROUND_ROBIN, LONGEST_IDLE -> Optional.of("agent-id");
    };
  }

  /**
   * The gist of a decision.
   *
   * @param reasons how many agents were passed over, by the reason's code
   */
  record Result(
      UUID caseId, String chosen, int load, String tieBreak, Map<String, Integer> reasons) {

    static Result of(RoutingDecision decision) {
      Map<String, Integer> reasons = new HashMap<>(decision.unlisted());
      decision.candidates().stream()
          .skip(1)
          .forEach(candidate -> reasons.merge(candidate.reason().code(), 1, Integer::sum));
      return new Result(
          decision.caseId(),
          decision.chosen(),
          decision.candidates().getFirst().load(),
          decision.tieBreak(),
          reasons);
    }
  }
}
