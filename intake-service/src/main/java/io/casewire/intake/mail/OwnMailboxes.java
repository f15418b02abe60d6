package io.casewire.intake.mail;

import java.util.Optional;
import java.util.Set;

/**
 * The addresses at which the desk receives and from which it sends. A plus part is ours to hand
 * out, so {@code support+token@…} is {@code support@…}; of other people's addresses it is a part.
 *
 * @param addresses without plus parts
 * @param messageIdDomains domains, in lower case, of the Message-IDs that we create
 */
public record OwnMailboxes(Set<EmailAddress> addresses, Set<String> messageIdDomains) {

  public OwnMailboxes {
    addresses = Set.copyOf(addresses);
    messageIdDomains = Set.copyOf(messageIdDomains);
  }

  /** Whether mail to {@code address} reaches the desk, plus part or not. */
  public boolean include(EmailAddress address) {
    return addresses.contains(address) || addresses.contains(address.withoutPlusPart());
  }

  /** The plus part of one of our addresses; empty for everybody else's. */
  public Optional<String> plusPartOf(EmailAddress address) {
    return addresses.contains(address.withoutPlusPart()) ? address.plusPart() : Optional.empty();
  }

  /** Whether {@code id} claims to have been made by the desk. Anybody can claim that. */
  public boolean named(MessageId id) {
    return messageIdDomains.contains(id.domain());
  }
}
