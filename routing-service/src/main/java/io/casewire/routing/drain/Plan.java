package io.casewire.routing.drain;

import io.casewire.routing.assignment.RoutingDecision;
import io.casewire.routing.assignment.WaitingCase;
import io.casewire.routing.directory.Queue;
import io.casewire.routing.roster.QueueBook;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * Who is to get which case of a queue, as planned from what was read without locks.
 *
 * @param cases the planned cases by id, as they were read
 */
record Plan(
    QueueBook queues, Queue queue, List<RoutingDecision> decisions, Map<UUID, WaitingCase> cases) {

  static Plan of(
      QueueBook queues, Queue queue, List<RoutingDecision> decisions, List<WaitingCase> read) {
    return new Plan(
        queues,
        queue,
        decisions,
        read.stream().collect(Collectors.toMap(WaitingCase::caseId, Function.identity())));
  }

  static Plan empty(QueueBook queues, Queue queue) {
    return new Plan(queues, queue, List.of(), Map.of());
  }

  boolean isEmpty() {
    return decisions.isEmpty();
  }

  /** The part of the plan that is about one case. */
  Plan only(RoutingDecision decision) {
    return new Plan(queues, queue, List.of(decision), cases);
  }

  List<UUID> caseIds() {
    return decisions.stream().map(RoutingDecision::caseId).toList();
  }

  /** The same plan without the decisions that no longer hold. */
  Plan keep(Predicate<RoutingDecision> holds) {
    return new Plan(queues, queue, decisions.stream().filter(holds).toList(), cases);
  }

  /** Agent id to the units that the plan gives him. */
  Map<String, Integer> units() {
    Map<String, Integer> units = new HashMap<>();
    decisions.forEach(
        decision ->
            units.merge(
                decision.chosenAgent().orElseThrow(),
                queue.weightOf(cases.get(decision.caseId()).channel()),
                Integer::sum));
    return units;
  }

  /** The agents in the order in which the plan serves them. */
  List<String> turns() {
    return decisions.stream().map(decision -> decision.chosenAgent().orElseThrow()).toList();
  }
}
