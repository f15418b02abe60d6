package io.casewire.notification.notice;

import io.casewire.kit.mail.EmailAddress;
import java.util.Collection;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Which addresses the desk does not write to. */
public final class AddressRules {

  /**
   * Mailboxes of machines and of mail administrators (RFC 2142 section 5, RFC 3834 section 2, and
   * the names by which senders say that nobody reads them).
   */
  private static final Set<String> ROLES =
      Set.of(
          "abuse",
          "bounce",
          "bounces",
          "do-not-reply",
          "do_not_reply",
          "donotreply",
          "listserv",
          "mailer-daemon",
          "majordomo",
          "no-reply",
          "no_reply",
          "noreply",
          "postmaster");

  private final Set<EmailAddress> own;

  /**
   * @param own the desk's own addresses; what stands behind a plus sign does not matter
   * @throws IllegalArgumentException if one is no address
   */
  public AddressRules(Collection<String> own) {
    this.own =
        own.stream()
            .map(AddressRules::required)
            .map(EmailAddress::withoutPlusPart)
            .collect(Collectors.toUnmodifiableSet());
  }

  /**
   * Why a mail may not go to this address, if so.
   *
   * @param automatic whether a machine wrote it: a person's answer goes to every address that
   *     wrote, because a person may well sit there (RFC 3834 section 2 is about responders)
   */
  public Optional<SuppressionReason> objectionTo(@Nullable String address, boolean automatic) {
    if (address == null || address.isBlank()) {
      return Optional.of(SuppressionReason.NO_ADDRESS);
    }
    return EmailAddress.parse(address)
        .map(parsed -> objectionTo(parsed, automatic))
        .orElse(Optional.of(SuppressionReason.INVALID_ADDRESS));
  }

  private Optional<SuppressionReason> objectionTo(EmailAddress address, boolean automatic) {
    EmailAddress mailbox = address.withoutPlusPart();
    if (own.contains(mailbox)) {
      return Optional.of(SuppressionReason.OWN_ADDRESS);
    }
    return automatic && isRole(mailbox.localPart())
        ? Optional.of(SuppressionReason.ROLE_ADDRESS)
        : Optional.empty();
  }

  private static boolean isRole(String name) {
    return ROLES.contains(name) || name.startsWith("owner-") || name.endsWith("-request");
  }

  private static EmailAddress required(String address) {
    return EmailAddress.parse(address)
        .orElseThrow(() -> new IllegalArgumentException("an own address is no mail address"));
  }
}
