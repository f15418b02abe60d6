package io.casewire.intake.classification;

import io.casewire.events.Category;
import java.util.ArrayList;
import java.util.List;

/**
 * Measures the classifier on the training texts alone: each tenth of them is classified by a model
 * that learned from the other nine. Everything that can be tuned is tuned on this.
 */
final class CrossValidation {

  private static final int PARTS = 10;

  private final TextLanguage language;
  private final List<Guess> guesses = new ArrayList<>();

  private CrossValidation(TextLanguage language) {
    this.language = language;
  }

  /** Learns and measures ten times. */
  static CrossValidation of(TextLanguage language) {
    CrossValidation validation = new CrossValidation(language);
    List<LabelledText> texts = LabelledText.training(language);
    for (int part = 0; part < PARTS; part++) {
      validation.measure(part, texts);
    }
    return validation;
  }

  /** The scores that a threshold gives. */
  Scores scores(double threshold) {
    Scores scores = new Scores();
    for (Guess guess : guesses) {
      scores.add(guess.right, guess.answer(threshold).category());
    }
    return scores;
  }

  /** The mean confidence; with a good sharpness it equals the accuracy without a threshold. */
  double meanConfidence() {
    return guesses.stream().mapToDouble(g -> g.answer(0).confidence()).average().orElse(0);
  }

  /** The mean of −ln(probability of the right category): the lower, the better calibrated. */
  double logLoss() {
    return guesses.stream()
        .mapToDouble(g -> -Math.log(g.probabilities[g.right.ordinal()]))
        .average()
        .orElse(0);
  }

  /** The texts of one category lie together in the file, so every tenth text is taken. */
  private void measure(int part, List<LabelledText> texts) {
    List<LabelledText> learned = new ArrayList<>();
    List<LabelledText> asked = new ArrayList<>();
    for (int i = 0; i < texts.size(); i++) {
      (i % PARTS == part ? asked : learned).add(texts.get(i));
    }
    Classifier classifier = new Classifier(language, learned);
    for (LabelledText text : asked) {
      double[] probabilities =
          classifier.probabilities(text.text(), language, language.sharpness());
      guesses.add(new Guess(text.category(), probabilities));
    }
  }

  private record Guess(Category right, double[] probabilities) {
    Classification answer(double threshold) {
      return Classifier.decide(probabilities, threshold);
    }
  }
}
