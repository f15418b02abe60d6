package io.casewire.intake.classification;

import io.casewire.events.Category;

/**
 * Multinomial logistic regression over sets of features: a weight per feature and category.
 *
 * <p>A rare feature says more than one that is in every second text, so each counts with its
 * inverse document frequency. The counts of a text are then scaled to length 1, so that a long text
 * has no more say than a short one. Features that were never learned weigh nothing but count too: a
 * text that is mostly unknown gets no sure answer.
 */
final class LinearModel {

  /** As many as {@link Category} has. */
  static final int CATEGORIES = Category.values().length;

  /** The weight of feature f for category c is at {@code f * CATEGORIES + c}. */
  private final float[] weights = new float[FeatureSet.SIZE * CATEGORIES];

  private final float[] rarity;

  /**
   * @param rarity how much each feature counts
   */
  LinearModel(float[] rarity) {
    this.rarity = rarity;
  }

  /**
   * The probability of each category, in the order of {@link Category}.
   *
   * @param sharpness above 1 moves the probabilities away from each other, below 1 together
   */
  double[] probabilities(int[] features, double sharpness) {
    double[] scores = new double[CATEGORIES];
    for (int feature : features) {
      float count = rarity[feature];
      int at = feature * CATEGORIES;
      for (int c = 0; c < CATEGORIES; c++) {
        scores[c] += count * weights[at + c];
      }
    }
    return softmax(scores, sharpness * scale(features));
  }

  /** Moves the weights one step towards calling these features {@code category}. */
  void learn(int[] features, Category category, double rate) {
    double[] errors = probabilities(features, 1);
    errors[category.ordinal()] -= 1;
    double step = rate * scale(features);
    for (int feature : features) {
      double count = step * rarity[feature];
      int at = feature * CATEGORIES;
      for (int c = 0; c < CATEGORIES; c++) {
        weights[at + c] -= (float) (count * errors[c]);
      }
    }
  }

  private double scale(int[] features) {
    double squares = 0;
    for (int feature : features) {
      squares += rarity[feature] * rarity[feature];
    }
    return squares == 0 ? 0 : 1 / Math.sqrt(squares);
  }

  private static double[] softmax(double[] scores, double factor) {
    double highest = Double.NEGATIVE_INFINITY;
    for (double score : scores) {
      highest = Math.max(highest, score * factor);
    }
    double sum = 0;
    for (int c = 0; c < scores.length; c++) {
      scores[c] = Math.exp(scores[c] * factor - highest);
      sum += scores[c];
    }
    for (int c = 0; c < scores.length; c++) {
      scores[c] /= sum;
    }
    return scores;
  }
}
