package io.casewire.routing.drain;

import io.casewire.kit.id.Ids;
import io.casewire.routing.assignment.AssignmentPlanner;
import io.casewire.routing.assignment.Staff;
import io.casewire.routing.assignment.WaitingCase;
import io.casewire.routing.directory.Queue;
import io.casewire.routing.drain.WaitingCases.Lane;
import io.casewire.routing.roster.QueueBook;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * A queue as one pass has read it.
 *
 * @param lanes those for which an agent has room
 */
record QueueAtHand(QueueBook book, Queue queue, List<Lane> lanes, Staff staff, Instant now) {

  private static final AssignmentPlanner PLANNER =
      new AssignmentPlanner(Ids::next, AssignmentPlanner.NAMED_OF_A_KIND);

  Plan plan(List<WaitingCase> cases, int most) {
    return Plan.of(
        book, queue, PLANNER.plan(queue, cases, staff, now).stream().limit(most).toList(), cases);
  }

  /**
   * Whether no more can be given by reading more: the plan is as large as it may be, or each lane
   * was read to its end or has no agent with room left.
   */
  boolean isFinal(Plan plan, List<WaitingCase> read, int most, int ofEachLane) {
    Map<Lane, Long> counts =
        read.stream().collect(Collectors.groupingBy(Lane::of, Collectors.counting()));
    Map<String, Integer> given = plan.units();
    return plan.decisions().size() >= most
        || lanes.stream()
            .noneMatch(lane -> counts.getOrDefault(lane, 0L) >= ofEachLane && isOpen(lane, given));
  }

  private boolean isOpen(Lane lane, Map<String, Integer> given) {
    int weight = queue.weightOf(lane.channel());
    return staff.agents().stream()
        .filter(agent -> agent.agent().worksOn(queue.id()))
        .filter(agent -> agent.agent().skills().containsAll(queue.requiredSkills()))
        .filter(agent -> agent.agent().speaks(lane.language()).isPresent())
        .anyMatch(agent -> agent.hasRoomFor(given.getOrDefault(agent.id(), 0) + weight));
  }
}
