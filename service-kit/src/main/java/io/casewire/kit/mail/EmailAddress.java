package io.casewire.kit.mail;

import java.net.IDN;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * An e-mail address in the one form in which all services compare, store and write to it: lower
 * case, the local part in Unicode NFC and without needless quotes, an international domain as
 * punycode (IDNA 2003, the JDK's). Two spellings of one address are equal. A plus part belongs to
 * the address.
 *
 * <p>Accepted is what a mail server may have as a mailbox: also local parts that are not ASCII (RFC
 * 6531), that are quoted, that have dots where RFC 5322 has none, or that are longer than 64
 * characters. Whether such a mailbox exists is for its own server to say. Address literals ({@code
 * user@[192.0.2.1]}) are refused: nobody answers to a bare machine. No address holds a control
 * character, so none can carry a header or a command.
 *
 * @param value the normal form, at most {@value #MAX_LENGTH} characters
 */
public record EmailAddress(String value) {

  /** Longest accepted address, as written and in its normal form (RFC 5321, 4.5.3.1.3). */
  public static final int MAX_LENGTH = 254;

  private static final Pattern LOCAL_PART =
      Pattern.compile("[^\\p{C}\\p{Z}\\s<>(),;:\\\\\"\\[\\]@]++");
  private static final Pattern QUOTED_LOCAL_PART =
      Pattern.compile("\"(?:[^\\p{C}\"\\\\]|\\\\[^\\p{C}])++\"");
  private static final Pattern QUOTED_PAIR = Pattern.compile("\\\\(.)");
  private static final String LABEL = "[a-z0-9_](?:[a-z0-9_-]{0,61}[a-z0-9_])?";
  private static final Pattern DOMAIN = Pattern.compile(LABEL + "(?:\\." + LABEL + ")*+");

  /**
   * @throws IllegalArgumentException when {@code value} is not in normal form; {@link
   *     #parse(String)} is for text from outside
   */
  public EmailAddress {
    if (!normalForm(value).filter(value::equals).isPresent()) {
      throw new IllegalArgumentException("not an address in normal form");
    }
  }

  /** Reads what a person or a mail wrote; empty when it is no address. */
  public static Optional<EmailAddress> parse(String text) {
    return normalForm(text).map(EmailAddress::new);
  }

  /** The normal form of an address, and any other text as it is. */
  public static String normal(String text) {
    return normalForm(text).orElse(text);
  }

  /** The part before the last {@code @}. */
  public String localPart() {
    return value.substring(0, value.lastIndexOf('@'));
  }

  /** The part after the last {@code @}, punycode where needed. */
  public String domain() {
    return value.substring(value.lastIndexOf('@') + 1);
  }

  /** For people to read: the domain in its own script. */
  public String display() {
    return localPart() + "@" + IDN.toUnicode(domain());
  }

  /**
   * As it stands in commands and headers of mail: a local part whose dots are not between other
   * characters is quoted, which every server has to understand (RFC 5321, 4.1.2).
   */
  public String asMailbox() {
    String local = localPart();
    boolean dotString = !local.startsWith(".") && !local.endsWith(".") && !local.contains("..");
    return dotString || isQuoted() ? value : "\"%s\"@%s".formatted(local, domain());
  }

  /** Whether only servers that know SMTPUTF8 (RFC 6531) can take mail for it. */
  public boolean needsSmtpUtf8() {
    return !StandardCharsets.US_ASCII.newEncoder().canEncode(value);
  }

  /** What stands between the first {@code +} of the local part and the {@code @}. */
  public Optional<String> plusPart() {
    int plus = plus();
    return plus < 1 ? Optional.empty() : Optional.of(localPart().substring(plus + 1));
  }

  /** The same address without its plus part. */
  public EmailAddress withoutPlusPart() {
    int plus = plus();
    return plus < 1 ? this : new EmailAddress(localPart().substring(0, plus) + "@" + domain());
  }

  /** A plus sign within quotes divides nothing. */
  private int plus() {
    return isQuoted() ? -1 : localPart().indexOf('+');
  }

  private boolean isQuoted() {
    return value.startsWith("\"");
  }

  private static Optional<String> normalForm(String text) {
    String trimmed = text.strip();
    int at = trimmed.lastIndexOf('@');
    if (at < 1 || trimmed.length() > MAX_LENGTH) {
      return Optional.empty();
    }
    String local = withoutQuotes(normalLocalPart(trimmed.substring(0, at)));
    if (!LOCAL_PART.matcher(local).matches() && !QUOTED_LOCAL_PART.matcher(local).matches()) {
      return Optional.empty();
    }
    return normalDomain(trimmed.substring(at + 1))
        .map(domain -> local + "@" + domain)
        .filter(address -> address.length() <= MAX_LENGTH);
  }

  private static String normalLocalPart(String local) {
    String lower = Normalizer.normalize(local, Normalizer.Form.NFC).toLowerCase(Locale.ROOT);
    return Normalizer.normalize(lower, Normalizer.Form.NFC);
  }

  /** Quotes are a way of writing and no part of the name (RFC 5321, 4.1.2). */
  private static String withoutQuotes(String local) {
    if (!QUOTED_LOCAL_PART.matcher(local).matches()) {
      return local;
    }
    String content = QUOTED_PAIR.matcher(local.substring(1, local.length() - 1)).replaceAll("$1");
    return LOCAL_PART.matcher(content).matches() ? content : local;
  }

  private static Optional<String> normalDomain(String domain) {
    try {
      String ascii = IDN.toASCII(domain).toLowerCase(Locale.ROOT);
      String relative = ascii.endsWith(".") ? ascii.substring(0, ascii.length() - 1) : ascii;
      return DOMAIN.matcher(relative).matches() ? Optional.of(relative) : Optional.empty();
    } catch (IllegalArgumentException notADomain) {
      return Optional.empty();
    }
  }
}
