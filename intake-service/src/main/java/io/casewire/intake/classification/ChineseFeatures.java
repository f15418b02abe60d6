package io.casewire.intake.classification;

/**
 * The features of a Chinese text: its characters, and the runs of two and three of them, in place
 * of words that would have to be told apart first. A Latin word in between is one feature.
 */
final class ChineseFeatures {

  private static final int LATIN_WORD = 7;
  private static final int LONGEST_RUN = 3;

  private ChineseFeatures() {}

  static int[] of(String text) {
    String letters = normalized(text);
    FeatureSet features = new FeatureSet();
    int start = 0;
    while (start < letters.length()) {
      int end = endOfWord(letters, start);
      if (isLatin(letters.charAt(start))) {
        features.add(LATIN_WORD, letters, start, end);
        start = end;
      } else {
        addRuns(features, letters, start);
        start++;
      }
    }
    return features.distinct();
  }

  private static void addRuns(FeatureSet features, String letters, int start) {
    for (int length = 1; length <= LONGEST_RUN && start + length <= letters.length(); length++) {
      char last = letters.charAt(start + length - 1);
      if (last == ' ' || isLatin(last)) {
        return;
      }
      features.add(length, letters, start, start + length);
    }
  }

  private static int endOfWord(String letters, int start) {
    int end = start;
    while (end < letters.length() && isLatin(letters.charAt(end))) {
      end++;
    }
    return end;
  }

  private static boolean isLatin(char c) {
    return c >= 'a' && c <= 'z' || c == '0';
  }

  /** Lower-case letters in the short forms of the characters, each number as one 0. */
  private static String normalized(String text) {
    StringBuilder letters = new StringBuilder(text.length());
    for (int i = 0; i < text.length(); i++) {
      char c = TraditionalForms.simplified(Character.toLowerCase(text.charAt(i)));
      boolean empty = letters.isEmpty();
      char last = empty ? ' ' : letters.charAt(letters.length() - 1);
      if (Character.isDigit(c)) {
        if (last != '0') {
          letters.append('0');
        }
      } else if (Character.isLetter(c)) {
        letters.append(c);
      } else if (last != ' ') {
        letters.append(' ');
      }
    }
    return letters.toString();
  }
}
