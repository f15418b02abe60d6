package io.casewire.routing.directory;

import io.casewire.events.AgentRole;
import java.time.Instant;
import java.util.Map;
import java.util.Set;

/** Agents for tests, changed where a test cares. */
public record Agents(Agent agent, Presence presence, int load, Instant idleSince, long lastTurn) {

  private static final Instant LONG_AGO = Instant.parse("2026-03-02T08:00:00Z");

  /** An agent of these queues who is online, works in Chinese and English and has room for 10. */
  public static Agents agent(String id, String... queues) {
    Agent agent =
        new Agent(
            id,
            1,
            "Agent " + id,
            id + "@desk.example",
            AgentRole.AGENT,
            Set.of(queues),
            Set.of(),
            Map.of("zh", LanguageLevel.NATIVE, "en", LanguageLevel.FLUENT),
            10,
            true);
    return new Agents(agent, Presence.ONLINE, 0, LONG_AGO, 0);
  }

  public Agents role(AgentRole role) {
    return with(copy(role, agent.skills(), agent.languages(), agent.capacity(), agent.active()));
  }

  public Agents skills(String... skills) {
    return with(
        copy(agent.role(), Set.of(skills), agent.languages(), agent.capacity(), agent.active()));
  }

  public Agents languages(Map<String, LanguageLevel> languages) {
    return with(copy(agent.role(), agent.skills(), languages, agent.capacity(), agent.active()));
  }

  public Agents capacity(int capacity) {
    return with(copy(agent.role(), agent.skills(), agent.languages(), capacity, agent.active()));
  }

  public Agents left() {
    return with(copy(agent.role(), agent.skills(), agent.languages(), agent.capacity(), false));
  }

  public Agents presence(Presence newPresence) {
    return new Agents(agent, newPresence, load, idleSince, lastTurn);
  }

  public Agents load(int newLoad) {
    return new Agents(agent, presence, newLoad, idleSince, lastTurn);
  }

  public Agents idleSince(Instant since) {
    return new Agents(agent, presence, load, since, lastTurn);
  }

  public Agents lastTurn(long turn) {
    return new Agents(agent, presence, load, idleSince, turn);
  }

  public AgentAtWork atWork() {
    return new AgentAtWork(agent, presence, load, idleSince, lastTurn);
  }

  public Agents named(String id) {
    return with(
        new Agent(
            id,
            agent.version(),
            agent.name(),
            agent.email(),
            agent.role(),
            agent.queues(),
            agent.skills(),
            agent.languages(),
            agent.capacity(),
            agent.active()));
  }

  private Agents with(Agent newAgent) {
    return new Agents(newAgent, presence, load, idleSince, lastTurn);
  }

  private Agent copy(
      AgentRole role,
      Set<String> skills,
      Map<String, LanguageLevel> languages,
      int capacity,
      boolean active) {
    return new Agent(
        agent.id(),
        agent.version(),
        agent.name(),
        agent.email(),
        role,
        agent.queues(),
        skills,
        languages,
        capacity,
        active);
  }
}
