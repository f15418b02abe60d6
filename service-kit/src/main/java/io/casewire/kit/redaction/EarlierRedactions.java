package io.casewire.kit.redaction;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Hides what was redacted before, so that neither the words in a placeholder nor the digits left of
 * a card number are taken for something new.
 */
final class EarlierRedactions implements SecretFinder {

  private static final Pattern PLACEHOLDER = Pattern.compile("\\[redacted:[a-z-]{1,16}]");
  private static final Pattern MASKED_CARD = Pattern.compile("(?<!\\d)\\d{6}\\*{2,}+\\d{4}(?!\\d)");

  @Override
  public void find(FoldedText text) {
    hideAll(text, '[', PLACEHOLDER);
    hideAll(text, '*', MASKED_CARD);
  }

  private static void hideAll(FoldedText text, char telltale, Pattern pattern) {
    if (text.contains(telltale)) {
      Matcher mark = pattern.matcher(text);
      while (mark.find()) {
        text.hide(mark.start(), mark.end());
      }
    }
  }
}
