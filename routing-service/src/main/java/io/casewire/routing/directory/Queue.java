package io.casewire.routing.directory;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A queue as it was last defined.
 *
 * @param version from 1, one more with every change; every decision names it
 * @param order queues are tried from the smallest; equal ones by id
 * @param requiredSkills an agent needs all of them
 * @param weights channel to the units that one open case of it costs its owner
 * @param escalateTo the agent to turn to before the queue's leads
 */
public record Queue(
    String id,
    long version,
    String name,
    int order,
    QueueMatch match,
    Strategy strategy,
    Set<String> requiredSkills,
    Map<String, Integer> weights,
    @Nullable String escalateTo) {

  /** The queue that takes whatever no other takes. It always exists. */
  public static final String DEFAULT_ID = "default";

  private static final Map<String, Integer> USUAL_WEIGHTS = Map.of("chat", 2);
  private static final int HEAVIEST = 1000;

  public Queue {
    requiredSkills = Copies.of(requiredSkills);
    weights = Copies.of(weights);
  }

  /** The default queue until somebody defines it. */
  public static Queue undefinedDefault() {
    return new Queue(
        DEFAULT_ID,
        0,
        "Default",
        Integer.MAX_VALUE,
        QueueMatch.ANY,
        Strategy.LEAST_LOADED,
        Set.of(),
        Map.of(),
        null);
  }

  /** Whether this is the queue of last resort, whose match and order do not count. */
  public boolean isDefault() {
    return id.equals(DEFAULT_ID);
  }

  /** Units that an open case of the channel costs its owner: 2 for a chat unless set, else 1. */
  public int weightOf(String channel) {
    Integer weight = weights.get(channel);
    return weight != null ? weight : USUAL_WEIGHTS.getOrDefault(channel, 1);
  }

  /** Everything that keeps this from being a valid definition; empty when it is one. */
  public List<Violation> violations() {
    Violations violations =
        new Violations()
            .id("queueId", id)
            .text("name", name, 200)
            .range("order", order, 0, Integer.MAX_VALUE)
            .languages("match.languages", match.languages(), 200)
            .ids("match.channels", match.channels(), 200)
            .ids("requiredSkills", requiredSkills, 50)
            .ids("weights", weights.keySet(), 200)
            .optionalId("escalateTo", escalateTo);
    weights.forEach((channel, units) -> violations.range("weights." + channel, units, 1, HEAVIEST));
    return violations.found();
  }
}
