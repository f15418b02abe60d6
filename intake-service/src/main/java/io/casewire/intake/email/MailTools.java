package io.casewire.intake.email;

import io.casewire.events.signed.KeyRing;
import io.casewire.events.signed.SignedMessageId;
import io.casewire.events.signed.SignedPlusAddress;
import io.casewire.events.signed.SignedSubject;
import io.casewire.intake.mail.OwnMailboxes;
import io.casewire.intake.mail.parse.MailLimits;
import io.casewire.intake.mail.thread.SignedReferences;
import io.casewire.kit.mail.EmailAddress;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Puts the plain classes that read mail into the application, set up as configured. */
class MailTools {

  @Produces
  @Singleton
  OwnMailboxes ownMailboxes(MailConfig config) {
    Set<EmailAddress> addresses =
        Stream.concat(
                Stream.of(config.supportAddress()),
                config.ownAddresses().stream().flatMap(List::stream))
            .map(MailTools::address)
            .collect(Collectors.toSet());
    return new OwnMailboxes(addresses, Set.of(config.domain().toLowerCase(Locale.ROOT)));
  }

  @Produces
  @Singleton
  SignedReferences signedReferences(MailConfig config) {
    KeyRing keys = KeyRing.parse(config.signingKeys());
    SignedMessageId ids = new SignedMessageId(keys, config.domain().toLowerCase(Locale.ROOT));
    SignedPlusAddress addresses =
        new SignedPlusAddress(keys, address(config.supportAddress()).value());
    SignedSubject subjects = new SignedSubject(keys);
    return new SignedReferences(
        id -> ids.caseIdOf(id.header()),
        address -> addresses.caseIdOf(address.value()),
        subjects::caseIdOf);
  }

  @Produces
  @Singleton
  MailLimits mailLimits(MailConfig config) {
    return MailLimits.DEFAULT.withTotalBytes(Math.toIntExact(config.maxSize().asLongValue()));
  }

  static EmailAddress address(String configured) {
    return EmailAddress.parse(configured)
        .orElseThrow(() -> new IllegalArgumentException("one of our addresses is no address"));
  }
}
