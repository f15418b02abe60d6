package io.casewire.routing.roster;

import io.casewire.events.AgentRole;
import io.casewire.kit.transaction.Instants;
import io.casewire.routing.directory.Agent;
import io.casewire.routing.directory.AgentAtWork;
import io.casewire.routing.directory.Presence;

/** An agent and his turn in a queue as columns of a statement. */
final class AgentColumns {

  /** What {@link #read} reads, but for the turn, which comes last. */
  static final String OF_AGENT =
      """
      agent.id, version, name, email, role, queues, skills, languages, capacity, active, presence,
      load, idle_since""";

  /** How many columns {@link #read} reads. */
  static final int COUNT = 14;

  private AgentColumns() {}

  static AgentAtWork read(Object[] row) {
    Agent agent =
        new Agent(
            (String) row[0],
            ((Number) row[1]).longValue(),
            (String) row[2],
            (String) row[3],
            AgentRole.valueOf((String) row[4]),
            Words.split((String) row[5]),
            Words.split((String) row[6]),
            Words.splitLevels((String) row[7]),
            ((Number) row[8]).intValue(),
            (Boolean) row[9]);
    return new AgentAtWork(
        agent,
        Presence.valueOf((String) row[10]),
        ((Number) row[11]).intValue(),
        Instants.of(row[12]),
        ((Number) row[13]).longValue());
  }
}
