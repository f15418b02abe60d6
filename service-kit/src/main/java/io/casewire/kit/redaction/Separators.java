package io.casewire.kit.redaction;

/** The characters that people and mail programs put into one number. */
final class Separators {

  private static final String BETWEEN_DIGITS = " \n-._/,|、。";

  /** A line break with its indentation and quote marks is the longest that occurs in practice. */
  private static final int LONGEST = 8;

  private Separators() {}

  /**
   * Returns where the next digit or letter of a number stands that goes on after separators.
   *
   * @param from the place after the last character of the number so far
   * @return {@code from} itself when no separator follows; the place after the separators otherwise
   */
  static int skip(FoldedText text, int from) {
    int at = from;
    boolean newLine = false;
    while (at < text.length() && at - from < LONGEST) {
      char c = text.charAt(at);
      boolean quoteMark = newLine && c == '>';
      if (BETWEEN_DIGITS.indexOf(c) < 0 && !quoteMark) {
        break;
      }
      newLine |= c == '\n';
      at++;
    }
    return at;
  }
}
