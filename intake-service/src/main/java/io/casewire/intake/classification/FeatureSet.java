package io.casewire.intake.classification;

import java.util.Arrays;

/** Collects the features of one text; a feature is the hash of a piece of the text. */
final class FeatureSet {

  /** Features are numbered below this; a power of two. */
  static final int SIZE = 1 << 16;

  private int[] features = new int[256];
  private int count;

  /** Adds a piece; the same letters as another {@code kind} of piece are another feature. */
  void add(int kind, CharSequence text, int from, int to) {
    int hash = kind;
    for (int i = from; i < to; i++) {
      hash = hash * 31 + text.charAt(i);
    }
    if (count == features.length) {
      features = Arrays.copyOf(features, 2 * count);
    }
    features[count++] = mix(hash) & (SIZE - 1);
  }

  /** Each feature once, ascending. */
  int[] distinct() {
    Arrays.sort(features, 0, count);
    int kept = 0;
    for (int i = 0; i < count; i++) {
      if (i == 0 || features[i] != features[i - 1]) {
        features[kept++] = features[i];
      }
    }
    return Arrays.copyOf(features, kept);
  }

  /** Spreads the high bits into the low ones, which alone number the feature. */
  private static int mix(int hash) {
    int spread = (hash ^ (hash >>> 16)) * 0x9E3779B1;
    return spread ^ (spread >>> 15);
  }
}
