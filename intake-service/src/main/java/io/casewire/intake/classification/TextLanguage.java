package io.casewire.intake.classification;

import java.util.Optional;

/**
 * A language that there are labelled texts in.
 *
 * <p>The two figures come from cross-validation over the training texts, see {@link
 * CrossValidation}; look at them again when those change.
 */
enum TextLanguage {
  CHINESE("zh", 2.0, 0.35),
  ENGLISH("en", 1.5, 0.35);

  private final String tag;
  private final double sharpness;
  private final double threshold;

  TextLanguage(String tag, double sharpness, double threshold) {
    this.tag = tag;
    this.sharpness = sharpness;
    this.threshold = threshold;
  }

  /** The primary language subtag. */
  String tag() {
    return tag;
  }

  /**
   * What the scores are multiplied by so that the probabilities agree with how often it is right.
   */
  double sharpness() {
    return sharpness;
  }

  /** The least probability with which a category is named. */
  double threshold() {
    return threshold;
  }

  /** The features of a text in this language. */
  int[] features(String text) {
    return switch (this) {
      case CHINESE -> ChineseFeatures.of(text);
      case ENGLISH -> EnglishFeatures.of(text);
    };
  }

  static Optional<TextLanguage> of(String tag) {
    for (TextLanguage language : values()) {
      if (language.tag.equals(tag)) {
        return Optional.of(language);
      }
    }
    return Optional.empty();
  }
}
