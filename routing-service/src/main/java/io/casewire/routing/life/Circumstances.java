package io.casewire.routing.life;

import io.casewire.routing.directory.AgentAtWork;
import io.casewire.routing.directory.CaseFacts;
import io.casewire.routing.directory.Presence;
import io.casewire.routing.directory.Queue;
import io.casewire.routing.directory.QueueSelection;
import java.time.Instant;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;

/**
 * What the decision about a staff command needs besides the case and the command.
 *
 * @param by the member of staff who gives the command
 * @param owner what the owner, if there is one, can do about a case that is opened again
 * @param facts by which queues choose the case
 * @param queues all queues
 * @param agents by id: at least every agent whom the command names, if the agent exists
 */
public record Circumstances(
    Actor by,
    OwnerState owner,
    CaseFacts facts,
    Collection<Queue> queues,
    Map<String, AgentAtWork> agents,
    Instant now) {

  Optional<AgentAtWork> agent(String id) {
    return Optional.ofNullable(agents.get(id)).filter(agent -> agent.agent().active());
  }

  boolean isOffline(String agentId) {
    return agent(agentId).filter(agent -> agent.presence() == Presence.OFFLINE).isPresent();
  }

  boolean hasQueue(String id) {
    return queues.stream().anyMatch(queue -> queue.id().equals(id));
  }

  /** The queue that takes the case once it has another label. */
  String queueFor(Label label) {
    CaseFacts changed =
        new CaseFacts(
            label.category(),
            label.language(),
            facts.channel(),
            label.priority(),
            facts.assurance());
    return QueueSelection.firstMatching(queues, changed).id();
  }
}
