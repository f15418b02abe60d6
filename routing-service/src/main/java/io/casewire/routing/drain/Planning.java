package io.casewire.routing.drain;

import io.casewire.kit.transaction.UnitOfWork;
import io.casewire.routing.assignment.AssignmentPlanner;
import io.casewire.routing.directory.Queue;
import io.casewire.routing.drain.WaitingCases.Lane;
import io.casewire.routing.roster.FreeRoom;
import io.casewire.routing.roster.QueueBook;
import io.casewire.routing.roster.Queues;
import io.casewire.routing.roster.Roster;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.hibernate.reactive.mutiny.Mutiny;

/**
 * Plans a queue from its head, from what it reads without locks.
 *
 * <p>It reads only the lanes for which an agent has room, and of each at most as many cases as the
 * agents have units left: a pass costs what it can give, however many cases wait.
 */
@ApplicationScoped
class Planning {

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
            staff -> unitOfWork.now().map(now -> new QueueAtHand(book, queue, lanes, staff, now)))
        .chain(atHand -> plan(unitOfWork, atHand, most, most));
  }

  /** Looks further down a lane while agents with room have declined what is at its head. */
  private Uni<Plan> plan(UnitOfWork unitOfWork, QueueAtHand atHand, int most, int ofEachLane) {
    return waiting
        .first(unitOfWork.session(), atHand.queue().id(), atHand.lanes(), ofEachLane)
        .chain(
            cases -> {
              Plan plan = atHand.plan(cases, most);
              return atHand.isFinal(plan, cases, most, ofEachLane)
                  ? Uni.createFrom().item(plan)
                  : plan(unitOfWork, atHand, most, 2 * ofEachLane);
            });
  }
}
