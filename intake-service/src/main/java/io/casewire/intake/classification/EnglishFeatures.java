package io.casewire.intake.classification;

/**
 * The features of an English text: its words, pairs of neighbours, and the pieces of four letters
 * within words, which see through endings and typing errors.
 */
final class EnglishFeatures {

  private static final int WORD = 1;
  private static final int PAIR = 2;
  private static final int PIECE = 3;
  private static final int PIECE_LENGTH = 4;

  private EnglishFeatures() {}

  static int[] of(String text) {
    String words = normalized(text);
    FeatureSet features = new FeatureSet();
    int previous = 0;
    int start = 1;
    while (start < words.length()) {
      int end = words.indexOf(' ', start);
      features.add(WORD, words, start, end);
      features.add(PAIR, words, previous, end);
      addPieces(features, words, start - 1, end + 1);
      previous = start;
      start = end + 1;
    }
    return features.distinct();
  }

  private static void addPieces(FeatureSet features, String words, int from, int to) {
    for (int i = from; i + PIECE_LENGTH <= to; i++) {
      features.add(PIECE, words, i, i + PIECE_LENGTH);
    }
  }

  /** Lower-case words, each number as one 0, with one space before, between and after them. */
  private static String normalized(String text) {
    StringBuilder words = new StringBuilder(text.length() + 2).append(' ');
    for (int i = 0; i < text.length(); i++) {
      char c = Character.toLowerCase(text.charAt(i));
      char last = words.charAt(words.length() - 1);
      if (Character.isDigit(c)) {
        if (last != '0') {
          words.append('0');
        }
      } else if (Character.isLetter(c)) {
        words.append(c);
      } else if (last != ' ' && c != '\'' && c != '’') {
        words.append(' ');
      }
    }
    return words.charAt(words.length() - 1) == ' '
        ? words.toString()
        : words.append(' ').toString();
  }
}
