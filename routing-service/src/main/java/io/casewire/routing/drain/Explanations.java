package io.casewire.routing.drain;

import io.casewire.kit.id.Ids;
import io.casewire.routing.assignment.AssignmentPlanner;
import io.casewire.routing.assignment.RoutingDecision;
import io.casewire.routing.casework.CaseEntity;
import io.casewire.routing.roster.Queues;
import io.casewire.routing.roster.Roster;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import org.hibernate.reactive.mutiny.Mutiny;

/** Says why a case waits, by the rules that will end its waiting. */
@ApplicationScoped
public class Explanations {

  private static final AssignmentPlanner PLANNER =
      new AssignmentPlanner(Ids::next, AssignmentPlanner.NAMED_OF_A_KIND);

  private final Queues queues;
  private final Roster roster;
  private final WaitingCases waiting;
  private final Clock clock;

  Explanations(Queues queues, Roster roster, WaitingCases waiting, Clock clock) {
    this.queues = queues;
    this.roster = roster;
    this.waiting = waiting;
    this.clock = clock;
  }

  /** What would be decided about a waiting case now; nothing of it is kept. */
  public Uni<RoutingDecision> explain(Mutiny.Session session, CaseEntity theCase) {
    String queue = theCase.state().place().queue();
    return waiting
        .declined(session, theCase.id())
        .chain(
            declined ->
                roster
                    .staffOf(session, queue, AssignmentPlanner.NAMED_OF_A_KIND)
                    .chain(
                        staff ->
                            queues
                                .all(session)
                                .map(
                                    book ->
                                        PLANNER.explain(
                                            book.of(queue),
                                            theCase.waiting(declined),
                                            staff,
                                            clock.instant()))));
  }
}
