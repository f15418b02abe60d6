package io.casewire.intake.classification;

import java.util.BitSet;

/** Collects the features of one text; a feature is the hash of a piece of the text. */
final class FeatureSet {

  /** Features are numbered below this; a power of two. */
  static final int SIZE = 1 << 16;

  private final BitSet features = new BitSet(SIZE);

  /** Adds a piece; the same letters as another {@code kind} of piece are another feature. */
  void add(int kind, CharSequence text, int from, int to) {
    int hash = kind;
    for (int i = from; i < to; i++) {
      hash = hash * 31 + text.charAt(i);
    }
    features.set(mix(hash) & (SIZE - 1));
  }

  /** Each feature once, ascending. */
  int[] distinct() {
    return features.stream().toArray();
  }

  /** Spreads the high bits into the low ones, which alone number the feature. */
  private static int mix(int hash) {
    int spread = (hash ^ (hash >>> 16)) * 0x9E3779B1;
    return spread ^ (spread >>> 15);
  }
}
