package io.casewire.routing.directory;

import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Queues for tests, changed where a test cares. */
public final class Queues {

  private Queues() {}

  public static Queue queue(String id, Strategy strategy, String... skills) {
    return queue(id, 1, QueueMatch.ANY, strategy, Set.of(skills), null);
  }

  public static Queue queue(String id, int order, QueueMatch match) {
    return queue(id, order, match, Strategy.LEAST_LOADED, Set.of(), null);
  }

  public static Queue escalatingTo(String id, String agentId) {
    return queue(id, 1, QueueMatch.ANY, Strategy.LEAST_LOADED, Set.of(), agentId);
  }

  private static Queue queue(
      String id,
      int order,
      QueueMatch match,
      Strategy strategy,
      Set<String> skills,
      @Nullable String escalateTo) {
    return new Queue(id, 7, id, order, match, strategy, skills, Map.of(), escalateTo);
  }
}
