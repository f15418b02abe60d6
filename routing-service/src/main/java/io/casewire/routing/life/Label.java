package io.casewire.routing.life;

import io.casewire.events.Category;
import io.casewire.events.Priority;

/**
 * What a case is about.
 *
 * @param language primary subtag (BCP 47)
 */
public record Label(Priority priority, Category category, String language) {

  Label with(Priority newPriority) {
    return new Label(newPriority, category, language);
  }

  Label with(Category newCategory, String newLanguage) {
    return new Label(priority, newCategory, newLanguage);
  }
}
