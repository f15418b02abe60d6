package io.casewire.routing.escalation;

import io.casewire.events.EscalationOutcome;
import io.casewire.events.Priority;
import io.casewire.routing.directory.AgentAtWork;
import io.casewire.routing.directory.Queue;
import io.casewire.routing.escalation.Resolution.Effect;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * Decides what an escalation does. Pure.
 *
 * <ul>
 *   <li>An escalation that has been overtaken does nothing.
 *   <li>An owner or agent who is not there stands for the leads of the queue, and leads who are not
 *       there for the supervisors.
 *   <li>Nobody who is offline or away is handed a case: if none of those asked is online, the case
 *       goes back to its queue and they are alerted all the same.
 *   <li>Raising stops at urgent.
 * </ul>
 */
public final class EscalationRules {

  private static final Comparator<AgentAtWork> LEAST_BUSY =
      Comparator.comparingInt(AgentAtWork::load).thenComparing(AgentAtWork::id);

  private EscalationRules() {}

  /**
   * What to do about the escalation.
   *
   * @param queues finds another queue by its id
   * @param agents everybody who could be turned to
   */
  public static Resolution resolve(
      Escalation escalation,
      CaseAtHand theCase,
      Function<String, Optional<Queue>> queues,
      Collection<AgentAtWork> agents) {
    if (theCase.isBeyond(escalation)) {
      return Resolution.OBSOLETE;
    }
    Optional<Queue> destination = destination(escalation.target(), queues);
    List<AgentAtWork> people =
        people(escalation.target(), theCase, destination.orElse(theCase.queue()), agents);
    Effect effect =
        switch (escalation.action()) {
          case NOTIFY -> new Effect.None();
          case REASSIGN -> reassign(escalation.target(), theCase, destination, people);
          case RAISE_PRIORITY -> raise(theCase.priority());
        };
    return new Resolution(
        effect,
        people.stream().map(AgentAtWork::id).toList(),
        people.isEmpty() ? EscalationOutcome.NOBODY : EscalationOutcome.DONE);
  }

  private static Optional<Queue> destination(
      Target target, Function<String, Optional<Queue>> queues) {
    return target instanceof Target.OtherQueue other
        ? queues.apply(other.queueId())
        : Optional.empty();
  }

  private static List<AgentAtWork> people(
      Target target, CaseAtHand theCase, Queue queue, Collection<AgentAtWork> agents) {
    Recipients recipients = new Recipients(agents);
    return switch (target) {
      case Target.Owner _ ->
          Optional.ofNullable(theCase.owner())
              .map(owner -> recipients.agentOrLeads(owner, queue))
              .orElseGet(() -> recipients.leadsOf(queue));
      case Target.Lead _ -> recipients.leadsOf(queue);
      case Target.Supervisor _ -> recipients.supervisors();
      case Target.OtherQueue _ -> recipients.leadsOf(queue);
      case Target.OneAgent agent -> recipients.agentOrLeads(agent.agentId(), queue);
    };
  }

  private static Effect reassign(
      Target target, CaseAtHand theCase, Optional<Queue> destination, List<AgentAtWork> people) {
    return switch (target) {
      case Target.OtherQueue _ -> new Effect.SendToQueue(destination.orElse(theCase.queue()).id());
      case Target.Owner _ -> new Effect.SendToQueue(theCase.queue().id());
      case Target.Lead _, Target.Supervisor _, Target.OneAgent _ ->
          people.stream()
              .filter(AgentAtWork::isOnline)
              .min(LEAST_BUSY)
              .<Effect>map(member -> new Effect.HandOver(member.id()))
              .orElseGet(() -> new Effect.SendToQueue(theCase.queue().id()));
    };
  }

  private static Effect raise(Priority priority) {
    return switch (priority) {
      case URGENT -> new Effect.None();
      case HIGH -> new Effect.RaisePriority(Priority.URGENT);
      case NORMAL -> new Effect.RaisePriority(Priority.HIGH);
      case LOW -> new Effect.RaisePriority(Priority.NORMAL);
    };
  }
}
