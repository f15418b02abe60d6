package io.casewire.routing.escalation;

import io.casewire.events.AgentRole;
import io.casewire.routing.directory.AgentAtWork;
import io.casewire.routing.directory.Queue;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * The agents whom escalations can reach: all who have not left, by id. If a search finds no agent,
 * the next higher rank is searched, so an escalation reaches a person as long as there is a
 * supervisor.
 */
final class Recipients {

  private final List<AgentAtWork> active;

  Recipients(Collection<AgentAtWork> agents) {
    this.active =
        agents.stream()
            .filter(member -> member.agent().active())
            .sorted(Comparator.comparing(AgentAtWork::id))
            .toList();
  }

  /** The agent, else whoever leads the queue. */
  List<AgentAtWork> agentOrLeads(String agentId, Queue queue) {
    return find(agentId).map(List::of).orElseGet(() -> leadsOf(queue));
  }

  /**
   * The agent whom the queue names, else the queue's leads who are online, else all its leads, else
   * the supervisors.
   */
  List<AgentAtWork> leadsOf(Queue queue) {
    Optional<AgentAtWork> named = Optional.ofNullable(queue.escalateTo()).flatMap(this::find);
    if (named.isPresent()) {
      return List.of(named.get());
    }
    List<AgentAtWork> leads =
        onlineElseAll(
            member -> member.agent().hasRole(AgentRole.LEAD) && member.agent().worksOn(queue.id()));
    return leads.isEmpty() ? supervisors() : leads;
  }

  /** The supervisors who are online, else all of them. */
  List<AgentAtWork> supervisors() {
    return onlineElseAll(member -> member.agent().hasRole(AgentRole.SUPERVISOR));
  }

  private List<AgentAtWork> onlineElseAll(Predicate<AgentAtWork> wanted) {
    List<AgentAtWork> all = active.stream().filter(wanted).toList();
    List<AgentAtWork> online = all.stream().filter(AgentAtWork::isOnline).toList();
    return online.isEmpty() ? all : online;
  }

  private Optional<AgentAtWork> find(String agentId) {
    return active.stream().filter(member -> member.id().equals(agentId)).findFirst();
  }
}
