package io.casewire.kit.redaction;

import java.util.HashMap;
import java.util.Map;

/**
 * Finds international bank account numbers (ISO 13616): the length that the country has registered
 * and the check of ISO/IEC 7064, MOD 97-10.
 */
final class Ibans implements SecretFinder {

  private static final int SHORTEST = 15;

  /** Country and length, from the IBAN registry. */
  private static final String REGISTRY =
      """
      ad24 ae23 al28 at20 az28 ba20 be16 bg22 bh22 bi27 br29 by28 ch21 cr22 cy28 cz24 de22 dj27
      dk18 do28 ee20 eg29 es24 fi18 fk18 fo18 fr27 gb22 ge22 gi23 gl18 gr27 gt28 hn28 hr21 hu28
      ie22 il23 iq23 is26 it27 jo30 kw30 kz20 lb28 lc32 li21 lt20 lu20 lv21 ly25 mc27 md24 me22
      mk19 mn20 mr27 mt31 mu30 ni28 nl18 no15 om23 pk24 pl28 ps29 pt25 qa29 ro24 rs22 ru33 sa24
      sc31 sd18 se24 si19 sk24 sm27 so23 st25 sv28 tl23 tn24 tr26 ua29 va22 vg24 xk20 ye30
      """;

  private static final Map<String, Integer> LENGTHS = lengths();

  private static Map<String, Integer> lengths() {
    Map<String, Integer> lengths = new HashMap<>();
    for (String entry : REGISTRY.trim().split("\\s+")) {
      lengths.put(entry.substring(0, 2), Integer.parseInt(entry.substring(2)));
    }
    return lengths;
  }

  @Override
  public void find(FoldedText text) {
    int at = 0;
    while (at + SHORTEST <= text.length()) {
      int end = beginsAt(text, at) ? endOfIban(text, at, lengthAt(text, at)) : 0;
      if (end > 0) {
        text.claim(at, end, SecretKind.IBAN);
      }
      at = Math.max(at + 1, end);
    }
  }

  private static boolean beginsAt(FoldedText text, int at) {
    return text.isDigit(at + 3)
        && text.isDigit(at + 2)
        && Character.isLetter(text.charAt(at))
        && Character.isLetter(text.charAt(at + 1));
  }

  private static int lengthAt(FoldedText text, int at) {
    return LENGTHS.getOrDefault(text.subSequence(at, at + 2), 0);
  }

  /** Returns the place after the last character, or 0 when no IBAN begins at {@code from}. */
  private static int endOfIban(FoldedText text, int from, int length) {
    StringBuilder iban = new StringBuilder(length);
    int at = from;
    int last = from;
    while (iban.length() < length && isAlphanumeric(text, at)) {
      iban.append(text.charAt(at));
      last = at;
      at = Separators.skip(text, at + 1);
    }
    boolean complete = iban.length() == length && !goesOn(text, last + 1);
    return complete && isMostlyDigits(iban) && isValid(iban) ? last + 1 : 0;
  }

  /** What was taken out of the text counts as well, or the answer would depend on it. */
  private static boolean goesOn(FoldedText text, int at) {
    boolean taken = at < text.length() && text.charAt(at) == FoldedText.BARRIER;
    return taken || isAlphanumeric(text, at);
  }

  private static boolean isAlphanumeric(FoldedText text, int at) {
    if (at >= text.length()) {
      return false;
    }
    char c = text.charAt(at);
    return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9');
  }

  /**
   * Keeps out words that happen to follow something like "no15": one in 97 would pass the check.
   */
  private static boolean isMostlyDigits(CharSequence iban) {
    long digits = iban.chars().filter(Character::isDigit).count();
    return !iban.isEmpty() && digits * 2 >= iban.length();
  }

  private static boolean isValid(CharSequence iban) {
    String turned = iban.subSequence(4, iban.length()) + "" + iban.subSequence(0, 4);
    int remainder = 0;
    for (int i = 0; i < turned.length(); i++) {
      int value = Character.digit(turned.charAt(i), Character.MAX_RADIX);
      remainder = (remainder * (value > 9 ? 100 : 10) + value) % 97;
    }
    return remainder == 1;
  }
}
