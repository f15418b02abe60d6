package io.casewire.notification.notice;

import java.net.IDN;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A mail address that can be written to: a dot-atom (RFC 5322 section 3.4.1, with the letters of
 * RFC 6532) at a domain name, so it can't carry a second address, a header or a command.
 *
 * @param localPart as given: only its own server may say that two spellings are one
 * @param domain as in DNS, lower case
 */
public record MailAddress(String localPart, String domain) {

  private static final int LONGEST = 254;
  private static final int LONGEST_LOCAL_PART = 64;
  private static final String ATOM = "[\\w!#$%&'*+/=?^`{|}~-]+";
  private static final Pattern FORM =
      Pattern.compile(
          "(%s(?:\\.%s)*)@([\\w-]+(?:\\.[\\w-]+)*)".formatted(ATOM, ATOM),
          Pattern.UNICODE_CHARACTER_CLASS);

  /** Reads an address; empty if it is none that a mail can go to. */
  public static Optional<MailAddress> parse(String text) {
    Matcher matcher = FORM.matcher(text);
    if (text.length() > LONGEST
        || !matcher.matches()
        || matcher.group(1).length() > LONGEST_LOCAL_PART) {
      return Optional.empty();
    }
    return asciiDomain(matcher.group(2)).map(domain -> new MailAddress(matcher.group(1), domain));
  }

  private static Optional<String> asciiDomain(String domain) {
    try {
      return Optional.of(IDN.toASCII(domain, IDN.ALLOW_UNASSIGNED).toLowerCase(Locale.ROOT));
    } catch (IllegalArgumentException _) {
      return Optional.empty();
    }
  }

  /** The name of the mailbox without the detail behind a plus sign, in lower case. */
  public String mailbox() {
    int plus = localPart.indexOf('+');
    return (plus > 0 ? localPart.substring(0, plus) : localPart).toLowerCase(Locale.ROOT);
  }

  /** The address as it stands in a mail. */
  @Override
  public String toString() {
    return localPart + "@" + domain;
  }
}
