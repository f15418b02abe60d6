package io.casewire.events.signed;

import static java.util.regex.Pattern.CASE_INSENSITIVE;

import java.util.Optional;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The support mailbox with a signed case in its detail part (RFC 5233): {@code
 * support+kid.case.mac@domain}. It finds the case where a mail program drops the references.
 */
public final class SignedPlusAddress {

  /** RFC 5321 section 4.5.3.1.1. */
  private static final int MAX_LOCAL_PART = 64;

  private final CaseToken token;
  private final String localPart;
  private final String domain;
  private final Pattern form;

  /**
   * @param mailbox the plain address, for example {@code support@example.com}
   * @throws IllegalArgumentException if it is no such address, or too long to add a token to it
   */
  public SignedPlusAddress(KeyRing keys, String mailbox) {
    int at = mailbox.indexOf('@');
    if (at < 1 || at == mailbox.length() - 1) {
      throw new IllegalArgumentException("the mailbox is no address");
    }
    if (at + 1 + CaseToken.MAX_LENGTH > MAX_LOCAL_PART) {
      throw new IllegalArgumentException("the mailbox's name leaves no room for a token");
    }
    this.token = new CaseToken(keys);
    this.localPart = mailbox.substring(0, at);
    this.domain = mailbox.substring(at + 1);
    this.form =
        Pattern.compile(
            Pattern.quote(localPart) + "\\+(" + CaseToken.FORM + ")@" + Pattern.quote(domain),
            CASE_INSENSITIVE);
  }

  /** The address for answers about this case. */
  public String of(UUID caseId) {
    return localPart + "+" + token.of(caseId) + "@" + domain;
  }

  /** The case that a recipient's bare address names; empty if no key of the ring has signed it. */
  public Optional<UUID> caseIdOf(String address) {
    Matcher matcher = form.matcher(address);
    return matcher.matches() ? token.caseIdOf(matcher.group(1)) : Optional.empty();
  }
}
