package io.casewire.routing.assignment;

import io.casewire.routing.directory.Queue;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import java.util.function.Supplier;

/**
 * Plans who gets which waiting case of a queue.
 *
 * <p>It guarantees, whatever it is given:
 *
 * <ul>
 *   <li>cases are served in their {@linkplain WaitingCase#TURN turn}; a case that nobody can take
 *       holds up none behind it;
 *   <li>nobody is planned beyond his capacity, counting what the same pass has given him;
 *   <li>every chosen agent works on the queue, is online, has its skills and the case's language
 *       and has not declined the case;
 *   <li>equal input gives equal decisions, in whatever order it comes.
 * </ul>
 *
 * A plan is a proposal: whoever carries it out does so by a conditional update, since a person may
 * have been faster.
 */
public final class AssignmentPlanner {

  /**
   * How many agents a decision names for each reason; it counts the others. A reader wants examples
   * of each kind, and a queue with thousands of agents would else store megabytes a second.
   */
  public static final int NAMED_OF_A_KIND = 5;

  private final Supplier<UUID> decisionIds;
  private final int mostOfAKind;

  /**
   * @param decisionIds gives every decision its id
   * @param mostOfAKind how many agents a decision names for each reason
   */
  public AssignmentPlanner(Supplier<UUID> decisionIds, int mostOfAKind) {
    this.decisionIds = decisionIds;
    this.mostOfAKind = mostOfAKind;
  }

  /**
   * Who gets which of the cases now, in the order in which they were served. A case that nobody can
   * take is left out.
   */
  public List<RoutingDecision> plan(
      Queue queue, Collection<WaitingCase> waiting, Staff staff, Instant now) {
    return round(queue, staff, now).assign(waiting, Integer.MAX_VALUE);
  }

  /**
   * What would be decided for the case if it were its turn now: which agent would get it, or why
   * each agent can't. Nothing is given and nothing need be stored.
   */
  public RoutingDecision explain(Queue queue, WaitingCase waiting, Staff staff, Instant now) {
    return round(queue, staff, now).explain(waiting);
  }

  /** A round in which several batches of cases can be given. */
  public AssignmentRound round(Queue queue, Staff staff, Instant now) {
    return new AssignmentRound(queue, staff, now, decisionIds, mostOfAKind);
  }
}
