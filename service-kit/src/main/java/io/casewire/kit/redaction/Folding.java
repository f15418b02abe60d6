package io.casewire.kit.redaction;

import java.text.Normalizer;
import java.util.Arrays;

/**
 * Folds a text to what its characters mean to a reader. Works character by character, so that the
 * way back to the original is a table: compatibility forms become plain ones (Unicode NFKC),
 * decimal digits of every script become 0 to 9, letters become small, blanks become a space or a
 * line feed, dashes become {@code -}; marks and invisible characters vanish. Of a long run of one
 * sign, or of blanks, only the first {@link #LONGEST_RUN} are kept: no finder counts further, and
 * so the distance between a word and its secret is bounded.
 */
final class Folding {

  /** More than any finder's bound on a repetition; the largest is 64. */
  static final int LONGEST_RUN = 80;

  private static final char FULL_WIDTH_FIRST = '\uFF01';
  private static final char IDEOGRAPHIC_COMMA = '\u3001';
  private static final char IDEOGRAPHIC_FULL_STOP = '\u3002';
  private static final char FULL_WIDTH_LAST = '\uFF5E';

  private char[] chars;
  private int[] starts;
  private int[] ends;
  private int length;
  private int run;
  private final int read;

  /**
   * Folds a part of a text.
   *
   * @param from where in the original the part begins
   * @param most folded characters after which it ends; a last character that means several may
   *     exceed it
   */
  Folding(String original, int from, int most) {
    int size = Math.min(original.length() - from, most);
    chars = new char[size];
    starts = new int[size];
    ends = new int[size];
    int at = from;
    while (at < original.length() && length < most) {
      int codePoint = original.codePointAt(at);
      int next = at + Character.charCount(codePoint);
      fold(codePoint, at, next);
      at = next;
    }
    read = at;
  }

  char[] chars() {
    return chars;
  }

  /** Where in the original a folded character begins. */
  int[] starts() {
    return starts;
  }

  /** Where in the original a folded character ends. */
  int[] ends() {
    return ends;
  }

  /** How many of the entries in the tables are in use. */
  int length() {
    return length;
  }

  /** Where in the original the part ends. */
  int read() {
    return read;
  }

  private void fold(int codePoint, int start, int end) {
    if (codePoint >= ' ' && codePoint < 0x7F) {
      append(Character.toLowerCase((char) codePoint), start, end);
    } else if (codePoint >= FULL_WIDTH_FIRST && codePoint <= FULL_WIDTH_LAST) {
      append(Character.toLowerCase((char) (codePoint - FULL_WIDTH_FIRST + '!')), start, end);
    } else if (isIdeograph(codePoint)) {
      append((char) codePoint, start, end);
    } else {
      foldByCategory(codePoint, start, end);
    }
  }

  /** The common case of Chinese and Korean text: nothing to fold, quickly decided. */
  private static boolean isIdeograph(int codePoint) {
    return (codePoint >= 0x3400 && codePoint <= 0x9FFF)
        || codePoint == IDEOGRAPHIC_COMMA
        || codePoint == IDEOGRAPHIC_FULL_STOP
        || (codePoint >= 0xAC00 && codePoint <= 0xD7A3);
  }

  private void foldByCategory(int codePoint, int start, int end) {
    switch (Character.getType(codePoint)) {
      case Character.DECIMAL_DIGIT_NUMBER ->
          append((char) ('0' + Character.digit(codePoint, 10)), start, end);
      case Character.FORMAT, Character.NON_SPACING_MARK, Character.ENCLOSING_MARK -> {}
      case Character.CONTROL -> foldControl(codePoint, start, end);
      case Character.LINE_SEPARATOR, Character.PARAGRAPH_SEPARATOR -> append('\n', start, end);
      case Character.SPACE_SEPARATOR -> append(' ', start, end);
      case Character.DASH_PUNCTUATION -> append('-', start, end);
      default -> foldCompatibility(codePoint, start, end);
    }
  }

  private void foldControl(int codePoint, int start, int end) {
    switch (codePoint) {
      case '\n', '\r', 0x0B, '\f', 0x85 -> append('\n', start, end);
      case '\t' -> append(' ', start, end);
      default -> {}
    }
  }

  /** One character may mean several, as {@code ⑿} means 12 in brackets; all get its place. */
  private void foldCompatibility(int codePoint, int start, int end) {
    if (isInvisibleLetter(codePoint)) {
      return;
    }
    String plain = Normalizer.normalize(Character.toString(codePoint), Normalizer.Form.NFKC);
    for (int i = 0; i < plain.length(); i++) {
      append(plainForm(plain.charAt(i)), start, end);
    }
  }

  private static char plainForm(char c) {
    return switch (c) {
      case '\u2212', '\u2043', '\u02D7' -> '-';
      case '\u2800' -> ' ';
      case '\u00B7', '\u2022', '\u2027', '\u2219', '\u22C5', '\u30FB' -> '.';
      case '\u201C', '\u201D', '\u300C', '\u300D', '\u300E', '\u300F' -> '"';
      case '\u2018', '\u2019' -> '\'';
      case '\u3010', '\u300A' -> '[';
      case '\u3011', '\u300B' -> ']';
      case FoldedText.BARRIER -> '?';
      default -> Character.toLowerCase(c);
    };
  }

  /** The Hangul fillers are letters to Unicode and nothing to the eye. */
  private static boolean isInvisibleLetter(int codePoint) {
    return codePoint == 0x115F || codePoint == 0x1160 || codePoint == 0x3164 || codePoint == 0xFFA0;
  }

  private void append(char c, int start, int end) {
    run = length > 0 && isSameSign(chars[length - 1], c) ? run + 1 : 1;
    if (run > LONGEST_RUN) {
      ends[length - 1] = end;
      // A line break among the dropped blanks stays visible: a password word looks for it.
      chars[length - 1] = c == '\n' ? c : chars[length - 1];
      return;
    }
    if (length == chars.length) {
      int larger = length * 2 + 16;
      chars = Arrays.copyOf(chars, larger);
      starts = Arrays.copyOf(starts, larger);
      ends = Arrays.copyOf(ends, larger);
    }
    chars[length] = c;
    starts[length] = start;
    ends[length] = end;
    length++;
  }

  private static boolean isSameSign(char before, char c) {
    return isBlank(c) ? isBlank(before) : c == before && !Character.isLetterOrDigit(c);
  }

  private static boolean isBlank(char c) {
    return c == ' ' || c == '\n';
  }
}
