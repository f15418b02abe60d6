package io.casewire.routing.directory;

import io.casewire.events.Assurance;
import io.casewire.events.Category;
import io.casewire.events.Priority;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Which cases a queue takes: those that fit every condition. An empty set is no condition.
 *
 * @param minAssurance how well the sender must be known at least
 */
public record QueueMatch(
    Set<Category> categories,
    Set<String> languages,
    Set<String> channels,
    Set<Priority> priorities,
    @Nullable Assurance minAssurance) {

  /** Takes every case. */
  public static final QueueMatch ANY = new QueueMatch(Set.of(), Set.of(), Set.of(), Set.of(), null);

  public QueueMatch {
    categories = Copies.of(categories);
    languages = Copies.of(languages);
    channels = Copies.of(channels);
    priorities = Copies.of(priorities);
  }

  /** Whether a case with these facts belongs here. */
  public boolean fits(CaseFacts facts) {
    return allows(categories, facts.category())
        && allows(languages, facts.language())
        && allows(channels, facts.channel())
        && allows(priorities, facts.priority())
        && (minAssurance == null || facts.assurance().compareTo(minAssurance) >= 0);
  }

  private static <T> boolean allows(Set<T> allowed, T value) {
    return allowed.isEmpty() || allowed.contains(value);
  }
}
