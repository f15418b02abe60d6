package io.casewire.events;

import java.util.List;
import java.util.Map;

/**
 * An agent as he is now.
 *
 * @param languages primary subtag to level: {@code native}, {@code fluent} or {@code translate}
 * @param capacity units of work he can hold at once
 */
public record AgentDefined(
    String agentId,
    long version,
    AgentRole role,
    List<String> queues,
    List<String> skills,
    Map<String, String> languages,
    int capacity,
    boolean active,
    Personal personal)
    implements DirectoryEvent {

  public AgentDefined {
    queues = Copies.of(queues);
    skills = Copies.of(skills);
    languages = languages == null ? Map.of() : Map.copyOf(languages);
  }

  @Override
  public String subject() {
    return agentId;
  }

  /** The agent's name, and the address for his alerts. */
  public record Personal(String name, String email) {}
}
