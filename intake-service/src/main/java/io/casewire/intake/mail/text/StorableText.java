package io.casewire.intake.mail.text;

/** Text without what no database and no JSON takes. Pages can ask for it by number. */
final class StorableText {

  private static final char REPLACEMENT = '\ufffd';

  private StorableText() {}

  /** The text without NUL, and with a replacement for each half of a character. */
  static String of(String text) {
    return text.codePoints().allMatch(StorableText::isStorable) ? text : cleaned(text);
  }

  private static String cleaned(String text) {
    StringBuilder cleaned = new StringBuilder(text.length());
    text.codePoints()
        .filter(c -> c != 0)
        .map(c -> isStorable(c) ? c : REPLACEMENT)
        .forEach(cleaned::appendCodePoint);
    return cleaned.toString();
  }

  private static boolean isStorable(int codePoint) {
    return codePoint != 0 && Character.getType(codePoint) != Character.SURROGATE;
  }
}
