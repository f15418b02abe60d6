package io.casewire.routing.casework;

import java.text.Normalizer;
import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/**
 * The terms by which a text is found: words, in lower case; the last digits of a number, at least
 * four of them, as people read them out; and of scripts that don't set words apart every character
 * and every pair of neighbours, so that any part of a Chinese text finds it.
 */
public final class SearchTerms {

  private static final int MOST_CHARACTERS = 20_000;
  private static final int LONGEST_WORD = 64;
  private static final int FEWEST_DIGITS = 4;
  private static final int MOST_DIGITS = 20;
  private static final Pattern RUN =
      Pattern.compile(
          "[\\p{IsHan}\\p{IsHiragana}\\p{IsKatakana}]+|[\\p{L}\\p{M}\\p{N}&&[^\\p{IsHan}\\p{IsHiragana}\\p{IsKatakana}]]+");

  private SearchTerms() {}

  /** The terms of a text that is to be found. Only its first 20,000 characters count. */
  public static Set<String> of(String text) {
    return terms(text, true);
  }

  /** The terms that a text must have to be found by this query. */
  public static Set<String> ofQuery(String query) {
    return terms(query, false);
  }

  private static Set<String> terms(String text, boolean all) {
    String start = text.substring(0, Math.min(text.length(), MOST_CHARACTERS));
    String plain = Normalizer.normalize(start, Normalizer.Form.NFKC).toLowerCase(Locale.ROOT);
    Set<String> terms = new LinkedHashSet<>();
    RUN.matcher(plain).results().map(MatchResult::group).forEach(run -> add(terms, run, all));
    return terms;
  }

  private static void add(Set<String> terms, String run, boolean all) {
    int[] points = run.codePoints().toArray();
    if (Character.isIdeographic(points[0]) || isKana(points[0])) {
      addPairs(terms, points, all);
    } else {
      String word = run.substring(0, Math.min(run.length(), LONGEST_WORD));
      terms.add(word);
      if (all) {
        addEndings(terms, word);
      }
    }
  }

  private static void addEndings(Set<String> terms, String word) {
    int start = word.length();
    while (start > 0
        && Character.isDigit(word.charAt(start - 1))
        && word.length() - start < MOST_DIGITS) {
      start--;
      if (word.length() - start >= FEWEST_DIGITS) {
        terms.add(word.substring(start));
      }
    }
  }

  /** A query needs single characters only where there is no pair. */
  private static void addPairs(Set<String> terms, int[] points, boolean all) {
    for (int i = 0; i < points.length; i++) {
      if (all || points.length == 1) {
        terms.add(new String(points, i, 1));
      }
      if (i + 1 < points.length) {
        terms.add(new String(points, i, 2));
      }
    }
  }

  private static boolean isKana(int point) {
    Character.UnicodeScript script = Character.UnicodeScript.of(point);
    return script == Character.UnicodeScript.HIRAGANA
        || script == Character.UnicodeScript.KATAKANA
        || script == Character.UnicodeScript.HAN;
  }
}
