package io.casewire.routing.assignment;

import io.casewire.routing.directory.AgentAtWork;
import io.casewire.routing.directory.Queue;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;

/** One pass over one queue: remembers what every agent has been given so far. */
final class Pass {

  private final Queue queue;
  private final Instant now;
  private final Supplier<UUID> ids;
  private final int mostOfAKind;
  private final Ranking ranking;
  private final List<Seat> seats;
  private final Map<String, Lane> lanes = new HashMap<>();
  private long lastTurn;

  Pass(Queue queue, Staff staff, Instant now, Supplier<UUID> ids, int mostOfAKind) {
    this.queue = queue;
    this.now = now;
    this.ids = ids;
    this.mostOfAKind = mostOfAKind;
    this.ranking = Ranking.of(queue.strategy());
    this.seats =
        staff.agents().stream()
            .sorted(Comparator.comparing(AgentAtWork::id))
            .map(agent -> new Seat(agent, staff.alike().getOrDefault(agent.id(), 0)))
            .toList();
    this.lastTurn = seats.stream().mapToLong(Seat::lastTurn).max().orElse(0);
  }

  /** Gives the case to the best agent; empty when nobody can take it. */
  Optional<RoutingDecision> assign(WaitingCase waiting) {
    Demand demand = Demand.of(queue, waiting);
    Lane lane = lane(demand);
    if (lane.isFullFor(demand.weight())) {
      return Optional.empty();
    }
    Contest contest = lane.contest(demand, ranking);
    return contest.winner().map(winner -> give(waiting, demand, winner, lane, contest));
  }

  RoutingDecision explain(WaitingCase waiting) {
    Demand demand = Demand.of(queue, waiting);
    Lane lane = lane(demand);
    return record(waiting, lane, lane.contest(demand, ranking));
  }

  private RoutingDecision give(
      WaitingCase waiting, Demand demand, Contestant winner, Lane lane, Contest contest) {
    RoutingDecision decision = record(waiting, lane, contest);
    lastTurn++;
    winner.seat().take(demand.weight(), now, lastTurn);
    return decision;
  }

  private Lane lane(Demand demand) {
    return lanes.computeIfAbsent(demand.language(), _ -> new Lane(seats, demand, mostOfAKind));
  }

  private RoutingDecision record(WaitingCase waiting, Lane lane, Contest contest) {
    CandidateList candidates = new CandidateList(lane, contest);
    return new RoutingDecision(
        ids.get(),
        now,
        waiting.caseId(),
        Trigger.QUEUE,
        queue.id(),
        queue.version(),
        contest.winner().map(winner -> winner.seat().id()).orElse(null),
        candidates.listed(),
        candidates.unlisted(),
        contest.tieBreak().orElse(null));
  }
}
