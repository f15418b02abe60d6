package io.casewire.intake.mail;

import io.casewire.kit.mail.EmailAddress;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

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
    return mailboxOf(address).isPresent();
  }

  /** The mailbox of ours that mail to {@code address} reaches; empty for everybody else's. */
  public Optional<EmailAddress> mailboxOf(EmailAddress address) {
    return Stream.of(address, address.withoutPlusPart()).filter(addresses::contains).findFirst();
  }

  /** Whether {@code id} claims to have been made by the desk. Anybody can claim that. */
  public boolean named(MessageId id) {
    return messageIdDomains.contains(id.domain());
  }
}
