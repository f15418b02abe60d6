package io.casewire.kit.redaction;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Hides digits that are plainly something else, before digits are joined across separators: service
 * telephone numbers, dates and UUIDs. One in ten of such neighbours would add up to a card number.
 */
final class EverydayNumbers implements SecretFinder {

  private static final Pattern TELEPHONE_OR_DATE =
      Pattern.compile(
          """
          (?: [48]00 ([\\x20-]) \\d{3} \\1 \\d{4}
            | YEAR ([./-]) MONTH \\2 DAY
            | DAY ([./-]) MONTH \\3 YEAR
            | MONTH ([./-]) DAY \\4 YEAR
          ) (?!\\d)
          """
              .replace("YEAR", "(?:19|20)\\d\\d")
              .replace("MONTH", "(?:0?[1-9]|1[0-2])")
              .replace("DAY", "(?:0?[1-9]|[12]\\d|3[01])"),
          Pattern.COMMENTS);

  private static final Pattern UUID =
      Pattern.compile("[a-f0-9]{8}(?:-[a-f0-9]{4}){3}-[a-f0-9]{12}");
  private static final int FIRST_PART_OF_UUID = 8;

  @Override
  public void find(FoldedText text) {
    Matcher telephoneOrDate = TELEPHONE_OR_DATE.matcher(text);
    Matcher uuid = UUID.matcher(text);
    for (int at = 0; at < text.length(); at++) {
      if (text.isDigit(at) && !text.isDigit(at - 1)) {
        hideAt(text, telephoneOrDate, at);
      } else if (text.charAt(at) == '-' && at >= FIRST_PART_OF_UUID) {
        hideAt(text, uuid, at - FIRST_PART_OF_UUID);
      }
    }
  }

  private static void hideAt(FoldedText text, Matcher matcher, int at) {
    if (matcher.region(at, text.length()).lookingAt()) {
      text.hide(matcher.start(), matcher.end());
    }
  }
}
