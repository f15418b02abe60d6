package io.casewire.routing.assignment;

import io.casewire.routing.directory.AgentAtWork;
import io.casewire.routing.directory.Queue;
import java.util.Optional;
import java.util.Set;

/**
 * The rules of who may take a case, in their order. An agent fits if no rule objects; the first
 * objection is the reason that is recorded. The longest-lasting reason comes first: an agent who
 * does not even work on the queue is not called "offline".
 *
 * <p>The first four rules are asked once for a {@link Lane}, the last two for each case.
 */
final class FitRules {

  private FitRules() {}

  /** The first objection to an agent that holds for all cases of a queue in one language. */
  static Optional<Reason> laneObjection(AgentAtWork agent, Queue queue, String language) {
    return worksOnTheQueue(agent, queue)
        .or(() -> isOnline(agent))
        .or(() -> hasTheSkills(agent, queue))
        .or(() -> knowsTheLanguage(agent, language));
  }

  /** Only the queue's own agents take its cases. */
  private static Optional<Reason> worksOnTheQueue(AgentAtWork agent, Queue queue) {
    return objectUnless(agent.agent().worksOn(queue.id()), Reason.NOT_IN_QUEUE);
  }

  /** The planner gives nothing to an agent who is not there; the agent's cases stay. */
  private static Optional<Reason> isOnline(AgentAtWork agent) {
    if (!agent.agent().active()) {
      return Optional.of(Reason.OFFLINE);
    }
    return switch (agent.presence()) {
      case ONLINE -> Optional.empty();
      case AWAY -> Optional.of(Reason.AWAY);
      case OFFLINE -> Optional.of(Reason.OFFLINE);
    };
  }

  /** An agent needs every skill that the queue asks for; the first missing one is named. */
  private static Optional<Reason> hasTheSkills(AgentAtWork agent, Queue queue) {
    return queue.requiredSkills().stream()
        .filter(skill -> !agent.agent().skills().contains(skill))
        .findFirst()
        .map(Reason::lacksSkill);
  }

  /** An agent needs the case's language at any level; agents who translate are ranked last. */
  private static Optional<Reason> knowsTheLanguage(AgentAtWork agent, String language) {
    return agent.agent().speaks(language).isPresent()
        ? Optional.empty()
        : Optional.of(Reason.lacksLanguage(language));
  }

  /** A case is not offered again to an agent who has declined it. */
  static Optional<Reason> hasNotDeclined(AgentAtWork agent, Set<String> declinedBy) {
    return objectUnless(!declinedBy.contains(agent.id()), Reason.DECLINED);
  }

  /** The planner gives no agent more than the agent's capacity. */
  static Optional<Reason> hasRoom(AgentAtWork agent, int load, int weight) {
    return objectUnless(load + weight <= agent.agent().capacity(), Reason.AT_CAPACITY);
  }

  private static Optional<Reason> objectUnless(boolean fits, Reason reason) {
    return fits ? Optional.empty() : Optional.of(reason);
  }
}
