package io.casewire.intake.mail.text;

/** Shortens text without leaving half a character at its end. */
public final class TextCut {

  private TextCut() {}

  /** The first {@code max} UTF-16 units of {@code text}, one less where that would split a pair. */
  public static String at(String text, int max) {
    if (text.length() <= max) {
      return text;
    }
    boolean splitsPair = max > 0 && Character.isHighSurrogate(text.charAt(max - 1));
    return text.substring(0, splitsPair ? max - 1 : max);
  }
}
