package io.casewire.intake.classification;

import io.casewire.events.Category;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * Says what a customer's text is about.
 *
 * <p>It learns from the labelled texts in the class path when it is made, which takes some tenths
 * of a second of processor time. The same texts always get the same answer. Instances may be shared
 * between threads.
 */
public final class Classifier {

  private static final int LONGEST_TEXT = 2_000;
  private static final Classification UNKNOWN_LANGUAGE = new Classification(Category.OTHER, 0);

  private final Map<TextLanguage, LinearModel> models = new EnumMap<>(TextLanguage.class);

  /** Learns all languages. */
  public Classifier() {
    for (TextLanguage language : TextLanguage.values()) {
      models.put(language, Training.fit(LabelledText.training(language), language));
    }
  }

  /** Learns one language from these texts instead. */
  Classifier(TextLanguage language, List<LabelledText> texts) {
    models.put(language, Training.fit(texts, language));
  }

  /**
   * Classifies a text by its first 2,000 characters.
   *
   * @param language a primary language subtag; in a language it has not learned every text is
   *     {@link Category#OTHER} with confidence 0
   */
  public Classification classify(String text, String language) {
    return TextLanguage.of(language)
        .filter(models::containsKey)
        .map(known -> decide(probabilities(text, known, known.sharpness()), known.threshold()))
        .orElse(UNKNOWN_LANGUAGE);
  }

  double[] probabilities(String text, TextLanguage language, double sharpness) {
    String start = text.length() <= LONGEST_TEXT ? text : text.substring(0, LONGEST_TEXT);
    return models.get(language).probabilities(language.features(start), sharpness);
  }

  static Classification decide(double[] probabilities, double threshold) {
    int likeliest = 0;
    for (int c = 1; c < probabilities.length; c++) {
      if (probabilities[c] > probabilities[likeliest]) {
        likeliest = c;
      }
    }
    double confidence = probabilities[likeliest];
    Category category = confidence < threshold ? Category.OTHER : Category.values()[likeliest];
    return new Classification(category, confidence);
  }
}
