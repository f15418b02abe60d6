package io.casewire.intake.classification;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;

/**
 * Fits a {@link LinearModel} to labelled texts by stochastic gradient descent. The same texts in
 * the same order always give the same model.
 */
final class Training {

  private static final int ROUNDS = 10;
  private static final double FIRST_RATE = 8;
  private static final double DECAY = 0.3;
  private static final long SEED = 31;

  private Training() {}

  static LinearModel fit(List<LabelledText> texts, TextLanguage language) {
    List<Example> examples = new ArrayList<>(texts.size());
    for (LabelledText text : texts) {
      examples.add(new Example(text, language.features(text.text())));
    }
    LinearModel model = new LinearModel(rarity(examples));
    Random random = new Random(SEED);
    for (int round = 0; round < ROUNDS; round++) {
      Collections.shuffle(examples, random);
      double rate = FIRST_RATE / (1 + DECAY * round);
      for (Example example : examples) {
        model.learn(example.features, example.text.category(), rate);
      }
    }
    return model;
  }

  /** ln((1 + texts) / (1 + texts with the feature)); most for a feature that no text has. */
  private static float[] rarity(List<Example> examples) {
    int[] having = new int[FeatureSet.SIZE];
    for (Example example : examples) {
      for (int feature : example.features) {
        having[feature]++;
      }
    }
    float[] rarity = new float[FeatureSet.SIZE];
    for (int feature = 0; feature < rarity.length; feature++) {
      rarity[feature] = (float) Math.log((1.0 + examples.size()) / (1 + having[feature]));
    }
    return rarity;
  }

  private record Example(LabelledText text, int[] features) {}
}
