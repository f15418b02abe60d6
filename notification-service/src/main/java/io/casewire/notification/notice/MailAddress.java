package io.casewire.notification.notice;

import java.net.IDN;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A mail address that can be written to: a dot-atom (RFC 5322 section 3.4.1) at a domain name, so
 * it can't carry a second address, a header or a command. The domain may be internationalised; a
 * local part beyond ASCII may not, because most of the world's servers can't take it (RFC 6531).
 *
 * @param localPart as given: only its own server may say that two spellings are one
 * @param domain as in DNS, lower case
 */
public record MailAddress(String localPart, String domain) {

  private static final int LONGEST = 254;
  private static final int LONGEST_LOCAL_PART = 64;
  private static final String ATOM = "[\\w!#$%&'*+/=?^`{|}~-]+";
  private static final String LABEL = "[\\p{L}\\p{M}\\p{N}-]+";
  private static final Pattern FORM =
      Pattern.compile("(%1$s(?:\\.%1$s)*)@(%2$s(?:\\.%2$s)*)".formatted(ATOM, LABEL));

  /** Reads an address; empty if it is none that a mail can go to. */
  public static Optional<MailAddress> parse(String text) {
    if (text.length() > LONGEST) {
      return Optional.empty();
    }
    Matcher matcher = FORM.matcher(text);
    if (!matcher.matches() || matcher.group(1).length() > LONGEST_LOCAL_PART) {
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

  /**
   * The mailbox that nearly every server puts mail for this address into: without the detail behind
   * a plus sign (RFC 5233), in lower case.
   */
  public MailAddress mailbox() {
    int plus = localPart.indexOf('+');
    String name = plus > 0 ? localPart.substring(0, plus) : localPart;
    return new MailAddress(name.toLowerCase(Locale.ROOT), domain);
  }

  /** The address as it stands in a mail. */
  @Override
  public String toString() {
    return localPart + "@" + domain;
  }
}
