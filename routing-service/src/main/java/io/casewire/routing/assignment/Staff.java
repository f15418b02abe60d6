package io.casewire.routing.assignment;

import io.casewire.routing.directory.AgentAtWork;
import java.util.Collection;
import java.util.List;
import java.util.Map;

/**
 * The agents whom a pass knows. Agents who have no room need not all be here: of those whom every
 * rule treats alike a few stand for the others.
 *
 * @param alike agent id to the number of further agents whom he stands for
 */
public record Staff(List<AgentAtWork> agents, Map<String, Integer> alike) {

  public Staff {
    agents = List.copyOf(agents);
    alike = Map.copyOf(alike);
  }

  /** Agents who stand for nobody but themselves. */
  public static Staff of(Collection<AgentAtWork> agents) {
    return new Staff(List.copyOf(agents), Map.of());
  }
}
