package io.casewire.sla.policy;

import io.casewire.events.Assurance;
import io.casewire.events.Category;
import io.casewire.events.Priority;
import java.util.List;

/**
 * What a policy looks at in a case.
 *
 * @param language primary subtag (BCP 47)
 * @param channel {@code web}, {@code email}, {@code chat}, {@code phone} or a channel's id
 */
public record CaseTraits(
    Category category,
    String language,
    String channel,
    Priority priority,
    Assurance assurance,
    List<String> tags) {

  public CaseTraits {
    tags = List.copyOf(tags);
  }

  /** The same case with another priority. */
  public CaseTraits withPriority(Priority changed) {
    return new CaseTraits(category, language, channel, changed, assurance, tags);
  }

  /** The same case after staff corrected its classification. */
  public CaseTraits classifiedAs(Category changed, String changedLanguage) {
    return new CaseTraits(changed, changedLanguage, channel, priority, assurance, tags);
  }
}
