package io.casewire.routing.roster;

import io.casewire.events.AgentRole;
import io.casewire.routing.directory.Agent;
import io.casewire.routing.directory.AgentAtWork;
import io.casewire.routing.directory.Presence;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;

/** An agent's definition and presence. His load is changed by {@link Loads} alone. */
@Entity
@Table(name = "agent")
class AgentEntity {

  @Id String id;
  long version;
  String name;
  String email;

  @Enumerated(EnumType.STRING)
  AgentRole role;

  String queues;
  String skills;
  String languages;
  int capacity;
  boolean active;

  @Enumerated(EnumType.STRING)
  Presence presence = Presence.OFFLINE;

  @Column(updatable = false)
  int load;

  @Column(name = "idle_since")
  Instant idleSince;

  @Column(name = "event_sequence")
  long eventSequence;

  protected AgentEntity() {}

  AgentEntity(String id, Instant now) {
    this.id = id;
    this.idleSince = now;
  }

  /** Takes over a definition; the version is counted here. */
  void define(Agent agent) {
    version++;
    name = agent.name();
    email = agent.email();
    role = agent.role();
    queues = Words.join(agent.queues());
    skills = Words.join(agent.skills());
    languages = Words.joinLevels(agent.languages());
    capacity = agent.capacity();
    active = agent.active();
  }

  /** Whether this is a change from not online to online. */
  boolean arriveAs(Presence now, Instant at) {
    boolean arrives = now == Presence.ONLINE && presence != Presence.ONLINE;
    presence = now;
    if (arrives) {
      idleSince = at;
    }
    return arrives;
  }

  Agent agent() {
    return new Agent(
        id,
        version,
        name,
        email,
        role,
        Words.split(queues),
        Words.split(skills),
        Words.splitLevels(languages),
        capacity,
        active);
  }

  /** Outside of any queue, so without a turn in one. */
  AgentAtWork atWork() {
    return new AgentAtWork(agent(), presence, load, idleSince, 0);
  }
}
