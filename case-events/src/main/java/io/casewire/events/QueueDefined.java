package io.casewire.events;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A queue as it is now.
 *
 * @param escalateTo the agent to turn to before the queue's leads
 */
public record QueueDefined(
    String queueId, long version, String name, Match match, @Nullable String escalateTo)
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
}
