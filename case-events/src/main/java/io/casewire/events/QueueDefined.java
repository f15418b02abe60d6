package io.casewire.events;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A queue as it is now.
 *
 * @param rules how the queue is worked off; absent in events from before they were published
 * @param escalateTo the agent to turn to before the queue's leads
 */
public record QueueDefined(
    String queueId,
    long version,
    String name,
    Match match,
    @Nullable Rules rules,
    @Nullable String escalateTo)
    implements DirectoryEvent {

  @Override
  public String subject() {
    return queueId;
  }

  /** Which cases the queue takes; an empty list takes all. */
  public record Match(
      List<Category> categories,
      List<String> languages,
      List<String> channels,
      List<Priority> priorities,
      @Nullable Assurance minAssurance) {

    public Match {
      categories = Copies.of(categories);
      languages = Copies.of(languages);
      channels = Copies.of(channels);
      priorities = Copies.of(priorities);
    }
  }

  /**
   * How the queue is worked off.
   *
   * @param order queues are tried from the smallest
   * @param strategy how an agent is chosen
   * @param requiredSkills an agent needs all of them
   * @param weights channel to the units that one open case of it costs its owner, where set
   */
  public record Rules(
      int order, String strategy, List<String> requiredSkills, Map<String, Integer> weights) {

    public Rules {
      requiredSkills = Copies.of(requiredSkills);
      weights = weights == null ? Map.of() : Map.copyOf(weights);
    }
  }
}
