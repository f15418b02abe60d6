package io.casewire.sla.policy;

import io.casewire.events.Assurance;
import io.casewire.events.Category;
import io.casewire.events.Priority;
import java.util.Collection;
import java.util.Collections;
import java.util.Set;

/**
 * Which cases a policy is for. A case fits when every field fits; an empty field fits every case.
 *
 * @param minAssurance the least the sender must be known by
 * @param tags of which the case must have at least one
 */
public record CaseMatch(
    Set<Category> categories,
    Set<String> languages,
    Set<String> channels,
    Set<Priority> priorities,
    Assurance minAssurance,
    Set<String> tags) {

  public static final CaseMatch ANY =
      new CaseMatch(Set.of(), Set.of(), Set.of(), Set.of(), Assurance.NONE, Set.of());

  public CaseMatch {
    categories = Set.copyOf(categories);
    languages = Set.copyOf(languages);
    channels = Set.copyOf(channels);
    priorities = Set.copyOf(priorities);
    tags = Set.copyOf(tags);
  }

  boolean fits(CaseTraits traits) {
    return allows(categories, traits.category())
        && allows(languages, traits.language())
        && allows(channels, traits.channel())
        && allows(priorities, traits.priority())
        && traits.assurance().compareTo(minAssurance) >= 0
        && allowsOneOf(tags, traits.tags());
  }

  private static <T> boolean allows(Set<T> allowed, T value) {
    return allowed.isEmpty() || allowed.contains(value);
  }

  private static <T> boolean allowsOneOf(Set<T> allowed, Collection<T> values) {
    return allowed.isEmpty() || !Collections.disjoint(allowed, values);
  }
}
