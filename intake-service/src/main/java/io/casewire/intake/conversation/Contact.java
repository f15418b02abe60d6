package io.casewire.intake.conversation;

import io.casewire.kit.mail.EmailAddress;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Something by which a customer is found: an e-mail address, a phone number, or an account of an
 * external channel. A contact belongs to one customer; two spellings of it are equal.
 *
 * @param kind {@code email}, {@code phone} or {@code external:<channel>}
 * @param value the normal form
 */
public record Contact(String kind, String value) {

  static final String EMAIL = "email";

  private static final String PHONE = "phone";
  private static final String EXTERNAL = "external:";

  private static final Pattern CHANNEL = Pattern.compile("[a-z][a-z0-9-]{0,39}");
  private static final int LONGEST_ACCOUNT = 200;

  /** E.164: a country code and a number, 15 digits together at most. */
  private static final Pattern INTERNATIONAL = Pattern.compile("\\+[1-9][0-9]{6,14}");

  private static final Pattern SEPARATORS = Pattern.compile("[\\s\\p{Z}().\\-/‐-―]");

  /** The contact of an e-mail address. */
  public static Contact email(EmailAddress address) {
    return new Contact(EMAIL, address.value());
  }

  /** The contact of a phone number; empty for a number without its country code. */
  public static Optional<Contact> phone(String number) {
    String digits = SEPARATORS.matcher(number).replaceAll("").replaceFirst("^00", "+");
    return INTERNATIONAL.matcher(digits).matches()
        ? Optional.of(new Contact(PHONE, digits))
        : Optional.empty();
  }

  /**
   * The contact of an account.
   *
   * @param account the channel's own name of it, which is compared as it is
   * @throws IllegalArgumentException if the channel or the account has no valid name
   */
  public static Contact external(String channel, String account) {
    if (!CHANNEL.matcher(channel).matches()
        || account.isBlank()
        || account.length() > LONGEST_ACCOUNT) {
      throw new IllegalArgumentException("no account of a channel");
    }
    return new Contact(EXTERNAL + channel, account);
  }

  /** Whether mail reaches the customer there. */
  boolean isEmail() {
    return kind.equals(EMAIL);
  }
}
