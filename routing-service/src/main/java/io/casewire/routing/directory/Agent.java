package io.casewire.routing.directory;

import io.casewire.events.AgentRole;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * An agent as he was last defined.
 *
 * @param id also the subject of his tokens
 * @param version from 1, one more with every change
 * @param languages primary subtag (BCP 47) to level
 * @param capacity units of work that may be assigned to him automatically; 0 means none
 * @param active false once he has left: he keeps his history and gets nothing any more
 */
public record Agent(
    String id,
    long version,
    String name,
    String email,
    AgentRole role,
    Set<String> queues,
    Set<String> skills,
    Map<String, LanguageLevel> languages,
    int capacity,
    boolean active) {

  private static final int MOST_ENTRIES = 200;

  public Agent {
    queues = Copies.of(queues);
    skills = Copies.of(skills);
    languages = Copies.of(languages);
  }

  /** Everything that keeps this from being a valid definition; empty when it is one. */
  public List<Violation> violations() {
    return new Violations()
        .id("agentId", id)
        .text("name", name, 200)
        .text("email", email, 254)
        .require(email.indexOf('@') > 0, "email", "must be an e-mail address")
        .ids("queues", queues, MOST_ENTRIES)
        .ids("skills", skills, MOST_ENTRIES)
        .languages("languages", languages.keySet(), MOST_ENTRIES)
        .range("capacity", capacity, 0, 1000)
        .found();
  }

  /** Whether he works on the queue. */
  public boolean worksOn(String queueId) {
    return queues.contains(queueId);
  }

  /**
   * Whether this agent can work on cases of the queue: not after leaving, and on a queue that is
   * not his own only as somebody who leads the whole desk.
   */
  public boolean canWorkOn(String queueId) {
    return active && (worksOn(queueId) || hasRole(AgentRole.SUPERVISOR));
  }

  /** Whether there may be cases that this agent can work on now, but not once defined like this. */
  public boolean losesWorkBy(Agent later) {
    boolean leavesQueues = !later.queues.containsAll(queues);
    boolean leadsNoMore = hasRole(AgentRole.SUPERVISOR) && !later.hasRole(AgentRole.SUPERVISOR);
    return active && (!later.active || leavesQueues || leadsNoMore);
  }

  /** How well he works in a language; empty when not at all. */
  public Optional<LanguageLevel> speaks(String language) {
    return Optional.ofNullable(languages.get(language));
  }

  /** Whether he has at least this role: a higher one includes the lower. */
  public boolean hasRole(AgentRole least) {
    return role.compareTo(least) >= 0;
  }
}
