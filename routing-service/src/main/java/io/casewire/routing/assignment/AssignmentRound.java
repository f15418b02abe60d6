package io.casewire.routing.assignment;

import io.casewire.routing.assignment.RoutingDecision.Candidate;
import io.casewire.routing.directory.AgentAtWork;
import io.casewire.routing.directory.Queue;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** One round of assignments in one queue: remembers how much it has given to each agent so far. */
public final class AssignmentRound {

  private final Queue queue;
  private final Instant now;
  private final Supplier<UUID> ids;
  private final int mostOfAKind;
  private final Ranking ranking;
  private final List<Seat> seats;
  private final Map<LaneKey, Lane> lanes = new HashMap<>();
  private long lastTurn;

  AssignmentRound(Queue queue, Staff staff, Instant now, Supplier<UUID> ids, int mostOfAKind) {
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

  /**
   * Gives cases to agents, in the turn of the cases. A case that no agent can take is left out.
   *
   * @param most the most cases that are given
   */
  public List<RoutingDecision> assign(Collection<WaitingCase> waiting, int most) {
    return waiting.stream()
        .sorted(WaitingCase.TURN)
        .map(this::assign)
        .flatMap(Optional::stream)
        .limit(most)
        .toList();
  }

  /** Whether an agent still has room for cases of this language and channel. */
  public boolean isOpen(String language, String channel) {
    return lane(language, channel).isOpen();
  }

  RoutingDecision explain(WaitingCase waiting) {
    return decision(
        waiting, lane(waiting.language(), waiting.channel()).choose(waiting.declinedBy()));
  }

  private Optional<RoutingDecision> assign(WaitingCase waiting) {
    Lane lane = lane(waiting.language(), waiting.channel());
    if (!lane.isOpen()) {
      return Optional.empty();
    }
    Lane.Choice choice = lane.choose(waiting.declinedBy());
    return choice.winner().map(winner -> give(waiting, winner, choice));
  }

  private RoutingDecision give(WaitingCase waiting, Seat winner, Lane.Choice choice) {
    RoutingDecision decision = decision(waiting, choice);
    lastTurn++;
    lanes.values().forEach(lane -> lane.remove(winner));
    winner.take(queue.weightOf(waiting.channel()), now, lastTurn);
    lanes.values().forEach(lane -> lane.insert(winner));
    return decision;
  }

  private Lane lane(String language, String channel) {
    int weight = queue.weightOf(channel);
    return lanes.computeIfAbsent(
        new LaneKey(language, weight),
        _ -> new Lane(seats, queue, language, weight, ranking, mostOfAKind));
  }

  private RoutingDecision decision(WaitingCase waiting, Lane.Choice choice) {
    List<Candidate> candidates = new ArrayList<>();
    Map<String, Integer> unlisted = new TreeMap<>();
    choice.winner().ifPresent(winner -> candidates.add(candidate(winner, null)));
    choice
        .passedOver()
        .forEach(
            (reason, group) -> {
              group.named().forEach(seat -> candidates.add(candidate(seat, reason)));
              if (group.unnamed() > 0) {
                unlisted.put(reason.code(), group.unnamed());
              }
            });
    return new RoutingDecision(
        ids.get(),
        now,
        waiting.caseId(),
        Trigger.QUEUE,
        queue.id(),
        queue.version(),
        choice.winner().map(Seat::id).orElse(null),
        candidates,
        unlisted,
        choice.tieBreak().orElse(null));
  }

  private static Candidate candidate(Seat seat, @Nullable Reason reason) {
    boolean eligible = reason == null || reason.equals(Reason.RANKED_LOWER);
    return new Candidate(seat.id(), eligible, reason, seat.load(), seat.capacity());
  }

  private record LaneKey(String language, int weight) {}
}
