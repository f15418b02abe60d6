package io.casewire.kit.redaction;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The words that secrets stand beside. A space in a word stands for a blank, a hyphen or nothing,
 * so that "one-time password", "one time password" and "onetime password" are one entry.
 */
final class SecretWords {

  /**
   * A word as it stands in a text.
   *
   * @param kinds what may stand beside it; several when the word alone does not say
   */
  record Word(int start, int end, List<SecretKind> kinds) {}

  private record Entry(String spelling, List<SecretKind> kinds) {}

  private final Map<Character, List<Entry>> byFirstLetter = new HashMap<>();
  private final BitSet firstLetters = new BitSet();

  SecretWords add(SecretKind kind, String... spellings) {
    return add(List.of(kind), spellings);
  }

  SecretWords add(List<SecretKind> kinds, String... spellings) {
    for (String spelling : spellings) {
      char first = spelling.charAt(0);
      firstLetters.set(first);
      byFirstLetter
          .computeIfAbsent(first, letter -> new ArrayList<>())
          .add(new Entry(spelling, kinds));
    }
    return this;
  }

  /** The longest word that begins at {@code start}, which is not inside another Latin word. */
  Optional<Word> at(FoldedText text, int start) {
    char first = text.charAt(start);
    if (!firstLetters.get(first)
        || (isLatin(first) && start > 0 && isLatin(text.charAt(start - 1)))) {
      return Optional.empty();
    }
    Word longest = new Word(start, start, List.of());
    for (Entry entry : byFirstLetter.get(first)) {
      int end = endOf(entry.spelling, text, start);
      if (end > longest.end) {
        longest = new Word(start, end, entry.kinds);
      }
    }
    return longest.end > start ? Optional.of(longest) : Optional.empty();
  }

  /** Returns the place after the word, or 0 when another word stands there. */
  private static int endOf(String spelling, FoldedText text, int start) {
    int at = start;
    for (int i = 0; i < spelling.length(); i++) {
      char letter = spelling.charAt(i);
      if (at < text.length() && matches(letter, text.charAt(at))) {
        at++;
      } else if (letter != ' ') {
        return 0;
      }
    }
    char last = spelling.charAt(spelling.length() - 1);
    boolean goesOn = isLatin(last) && at < text.length() && isLatin(text.charAt(at));
    return goesOn ? 0 : at;
  }

  private static boolean matches(char letter, char actual) {
    return letter == actual || (letter == ' ' && (actual == '-' || actual == '\n'));
  }

  private static boolean isLatin(char c) {
    return c >= 'a' && c <= 'z';
  }
}
