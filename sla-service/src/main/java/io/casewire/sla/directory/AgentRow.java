package io.casewire.sla.directory;

import io.casewire.events.AgentDefined;
import java.util.List;

/** A row of {@code agent}. */
record AgentRow(String agentId, long version, List<String> queues, boolean active) {

  static AgentRow of(AgentDefined agent) {
    return new AgentRow(agent.agentId(), agent.version(), agent.queues(), agent.active());
  }

  static AgentRow newer(AgentRow one, AgentRow other) {
    return one.version() < other.version() ? other : one;
  }
}
