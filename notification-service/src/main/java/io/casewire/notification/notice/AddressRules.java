package io.casewire.notification.notice;

import java.util.Collection;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Which addresses the desk never writes to, whoever asks for it. */
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

  private final Set<MailAddress> own;

  /**
   * @param own the desk's own addresses; what stands behind a plus sign does not matter
   * @throws IllegalArgumentException if one is no address
   */
  public AddressRules(Collection<String> own) {
    this.own =
        own.stream()
            .map(AddressRules::required)
            .map(MailAddress::mailbox)
            .collect(Collectors.toUnmodifiableSet());
  }

  /** Why nothing may be sent to this address, if so. */
  public Optional<SuppressionReason> objectionTo(@Nullable String address) {
    if (address == null || address.isBlank()) {
      return Optional.of(SuppressionReason.NO_ADDRESS);
    }
    return MailAddress.parse(address)
        .map(this::objectionTo)
        .orElse(Optional.of(SuppressionReason.INVALID_ADDRESS));
  }

  private Optional<SuppressionReason> objectionTo(MailAddress address) {
    if (own.contains(address.mailbox())) {
      return Optional.of(SuppressionReason.OWN_ADDRESS);
    }
    return isRole(address.mailbox().localPart())
        ? Optional.of(SuppressionReason.ROLE_ADDRESS)
        : Optional.empty();
  }

  private static boolean isRole(String name) {
    return ROLES.contains(name) || name.startsWith("owner-") || name.endsWith("-request");
  }

  private static MailAddress required(String address) {
    return MailAddress.parse(address)
        .orElseThrow(() -> new IllegalArgumentException("an own address is no mail address"));
  }
}
