package io.casewire.routing.roster;

import io.casewire.events.AgentRole;
import io.casewire.routing.directory.Agent;
import io.casewire.routing.directory.AgentAtWork;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * An agent as he is shown.
 *
 * @param load units that he holds
 */
public record AgentView(
    String agentId,
    long version,
    String name,
    String email,
    AgentRole role,
    Set<String> queues,
    Set<String> skills,
    Map<String, String> languages,
    int capacity,
    boolean active,
    String presence,
    int load) {

  static AgentView of(AgentAtWork atWork) {
    Agent agent = atWork.agent();
    return new AgentView(
        agent.id(),
        agent.version(),
        agent.name(),
        agent.email(),
        agent.role(),
        agent.queues(),
        agent.skills(),
        languages(agent),
        agent.capacity(),
        agent.active(),
        atWork.presence().wireName(),
        atWork.load());
  }

  static Map<String, String> languages(Agent agent) {
    Map<String, String> languages = new TreeMap<>();
    agent.languages().forEach((language, level) -> languages.put(language, level.wireName()));
    return languages;
  }
}
