package io.casewire.intake.classification;

import io.casewire.events.Category;

/**
 * What a text is about, and how sure that is.
 *
 * @param category {@link Category#OTHER} also when no category is likely enough
 * @param confidence from 0 to 1: the probability of the likeliest category, even when that was not
 *     likely enough to be named
 */
public record Classification(Category category, double confidence) {

  public Classification {
    if (!(confidence >= 0 && confidence <= 1)) {
      throw new IllegalArgumentException("confidence out of range: " + confidence);
    }
  }
}
