package io.casewire.routing.drain;

import io.casewire.kit.id.Ids;
import io.casewire.kit.transaction.UnitOfWork;
import io.casewire.routing.assignment.AssignmentPlanner;
import io.casewire.routing.assignment.AssignmentRound;
import io.casewire.routing.assignment.RoutingDecision;
import io.casewire.routing.assignment.WaitingCase;
import io.casewire.routing.directory.Queue;
import io.casewire.routing.drain.WaitingCases.Lane;
import io.casewire.routing.roster.FreeRoom;
import io.casewire.routing.roster.QueueBook;
import io.casewire.routing.roster.Queues;
import io.casewire.routing.roster.Roster;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.hibernate.reactive.mutiny.Mutiny;

/**
 * Plans a queue from its head, from what it reads without locks.
 *
 * <p>It reads only the lanes for which an agent has room, and of each at most as many cases as the
 * agents have units left: a pass costs what it can give, however many cases wait.
 */
@ApplicationScoped
class Planning {

  private static final AssignmentPlanner PLANNER =
      new AssignmentPlanner(Ids::next, AssignmentPlanner.NAMED_OF_A_KIND);

  private final WaitingCases waiting;
  private final Roster roster;
  private final Queues queues;

  Planning(WaitingCases waiting, Roster roster, Queues queues) {
    this.waiting = waiting;
    this.roster = roster;
    this.queues = queues;
  }

  /** What can be given to the agents of a queue now, at most so many cases. */
  Uni<Plan> plan(UnitOfWork unitOfWork, String queueId, int most) {
    Mutiny.Session session = unitOfWork.session();
    return queues
        .all(session)
        .chain(
            book ->
                FreeRoom.in(session, book.of(queueId))
                    .chain(room -> plan(unitOfWork, book, book.of(queueId), room, most)));
  }

  private Uni<Plan> plan(
      UnitOfWork unitOfWork, QueueBook book, Queue queue, FreeRoom room, int most) {
    return room.units() == 0
        ? Uni.createFrom().item(Plan.empty(book, queue))
        : waiting
            .lanes(unitOfWork.session(), queue.id())
            .map(lanes -> lanes.stream().filter(lane -> lane.isServedBy(room, queue)).toList())
            .chain(
                lanes ->
                    lanes.isEmpty()
                        ? Uni.createFrom().item(Plan.empty(book, queue))
                        : plan(unitOfWork, book, queue, lanes, Math.min(room.units(), most)));
  }

  private Uni<Plan> plan(
      UnitOfWork unitOfWork, QueueBook book, Queue queue, List<Lane> lanes, int most) {
    return roster
        .staffOf(unitOfWork.session(), queue.id(), AssignmentPlanner.NAMED_OF_A_KIND)
        .chain(
            staff ->
                unitOfWork
                    .now()
                    .chain(
                        now ->
                            plan(
                                unitOfWork,
                                book,
                                queue,
                                lanes,
                                () -> PLANNER.round(queue, staff, now),
                                most,
                                most)));
  }

  /** Looks further down a lane while agents with room have declined the first cases of it. */
  private Uni<Plan> plan(
      UnitOfWork unitOfWork,
      QueueBook book,
      Queue queue,
      List<Lane> lanes,
      Supplier<AssignmentRound> rounds,
      int most,
      int ofEachLane) {
    return waiting
        .first(unitOfWork.session(), queue.id(), lanes, ofEachLane)
        .chain(
            cases -> {
              AssignmentRound round = rounds.get();
              List<RoutingDecision> decisions = round.assign(cases, most);
              return decisions.size() >= most || isExhausted(round, lanes, cases, ofEachLane)
                  ? Uni.createFrom().item(Plan.of(book, queue, decisions, cases))
                  : plan(unitOfWork, book, queue, lanes, rounds, most, 2 * ofEachLane);
            });
  }

  /** Whether each lane was read to its end or has no agent with room left. */
  private static boolean isExhausted(
      AssignmentRound round, List<Lane> lanes, List<WaitingCase> read, int ofEachLane) {
    Map<Lane, Long> counts =
        read.stream().collect(Collectors.groupingBy(Lane::of, Collectors.counting()));
    return lanes.stream()
        .noneMatch(
            lane ->
                counts.getOrDefault(lane, 0L) >= ofEachLane
                    && round.isOpen(lane.language(), lane.channel()));
  }
}
