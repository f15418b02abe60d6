package io.casewire.notification.listing;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A reason's code, taken apart for the words of a page.
 *
 * @param kind what the words are about
 * @param answer the mail server's, a number (RFC 5321 section 4.2); empty for a reason of ours
 */
record Reason(String kind, String answer) {

  private static final Pattern WITH_ANSWER =
      Pattern.compile("(rejected|deferred|sender-refused|relay-refused)-(\\d{3})");

  static @Nullable Reason of(@Nullable String code) {
    if (code == null) {
      return null;
    }
    Matcher matcher = WITH_ANSWER.matcher(code);
    return matcher.matches()
        ? new Reason(matcher.group(1), matcher.group(2))
        : new Reason(code, "");
  }
}
