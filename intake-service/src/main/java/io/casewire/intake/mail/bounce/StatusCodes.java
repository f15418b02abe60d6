package io.casewire.intake.mail.bounce;

import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The enhanced status codes of mail systems (RFC 3463). */
final class StatusCodes {

  private static final Pattern CODE =
      Pattern.compile("(?<![\\d.])[45]\\.\\d{1,3}\\.\\d{1,3}(?![\\d.])");

  /** Of class 5.1, "address", those that speak of the sender or of success. */
  private static final Set<String> OF_THE_SENDER = Set.of("5.1.5", "5.1.7", "5.1.8", "5.1.9");

  /** The mailbox is disabled; the domain has no route. */
  private static final Set<String> GONE = Set.of("5.2.1", "5.4.4");

  private StatusCodes() {}

  static Optional<String> firstIn(String text) {
    Matcher code = CODE.matcher(text);
    return code.find() ? Optional.of(code.group()) : Optional.empty();
  }

  /** Whether there is no code or one that only says "failed". */
  static boolean sayNothing(@Nullable String code) {
    return code == null || code.equals("5.0.0");
  }

  /** Whether the mailbox or its domain takes no mail and will not. */
  static boolean meanAddressIsGone(@Nullable String code) {
    return code != null
        && ((code.startsWith("5.1.") && !OF_THE_SENDER.contains(code)) || GONE.contains(code));
  }
}
