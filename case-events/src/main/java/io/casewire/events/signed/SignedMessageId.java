package io.casewire.events.signed;

import static java.util.regex.Pattern.CASE_INSENSITIVE;

import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The Message-IDs (RFC 5322 section 3.6.4) of Casewire's own mails: {@code
 * <kid.case.nonce.mac@domain>}. An answer that refers to one names its case, without a look-up and
 * without a way to forge it.
 *
 * <p>Guarantees: the same notification always gets the same id under the same key, so a mail that
 * is rendered again is not a second mail; a change of case on the way does no harm; the mac covers
 * the domain, so ids stay valid when the domain for new ones changes.
 */
public final class SignedMessageId {

  private static final String PURPOSE = "casewire message-id";

  /** 80 bits: a guess can be tried only by sending a mail. */
  private static final int MAC_BYTES = 10;

  private static final int NONCE_BYTES = 10;
  private static final Pattern DOMAIN = Pattern.compile("[a-z0-9]([a-z0-9.-]{0,251}[a-z0-9])?");
  private static final Pattern FORM =
      Pattern.compile(
          "<([a-z0-9]{1,8}\\.[a-z2-7]{26}\\.[a-z2-7]{16}\\.[a-z2-7]{16})@([a-z0-9.-]{1,253})>",
          CASE_INSENSITIVE);

  private final KeyRing keys;
  private final SignedText text;
  private final String domain;

  /**
   * @param domain of new ids, lower case, internationalised names as in DNS
   * @throws IllegalArgumentException if the domain has other characters
   */
  public SignedMessageId(KeyRing keys, String domain) {
    if (!DOMAIN.matcher(domain).matches()) {
      throw new IllegalArgumentException("not a domain in lower case");
    }
    this.keys = keys;
    this.text = new SignedText(keys, PURPOSE, MAC_BYTES);
    this.domain = domain;
  }

  /** The id of the mail that carries this notification, with its angle brackets. */
  public String of(UUID caseId, UUID notificationId) {
    String body = Base32.encode(caseId) + "." + nonceOf(notificationId);
    return "<" + text.sign(body, domain) + "@" + domain + ">";
  }

  /**
   * The case that a Message-ID of ours names.
   *
   * @param messageId one id with its angle brackets, from anywhere
   * @return empty for any id that no key of the ring has signed
   */
  public Optional<UUID> caseIdOf(String messageId) {
    Matcher matcher = FORM.matcher(messageId);
    if (!matcher.matches()) {
      return Optional.empty();
    }
    return text.open(lowerCase(matcher.group(1)), lowerCase(matcher.group(2)))
        .map(Base32::decodeUuid);
  }

  /** Derived, so that it is always the same; by a secret, so that it tells nothing. */
  private String nonceOf(UUID notificationId) {
    return Base32.encode(keys.current().mac(PURPOSE + " nonce\n" + notificationId, NONCE_BYTES));
  }

  private static String lowerCase(String ascii) {
    return ascii.toLowerCase(Locale.ROOT);
  }
}
