package io.casewire.intake.email;

import io.casewire.intake.analysis.TextAnalysis;
import io.casewire.intake.mail.ContentHash;
import io.casewire.intake.mail.MailEnvelope;
import io.casewire.intake.mail.NamedAddress;
import io.casewire.intake.mail.OwnMailboxes;
import io.casewire.intake.mail.ParsedMail;
import io.casewire.kit.id.Ids;
import io.casewire.kit.mail.EmailAddress;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.stream.Stream;

/** Notes what arrived. */
@ApplicationScoped
class MailSlips {

  private final OwnMailboxes own;
  private final EmailAddress support;
  private final TextAnalysis reader;

  MailSlips(OwnMailboxes own, MailConfig config, TextAnalysis reader) {
    this.own = own;
    this.support = MailTools.address(config.supportAddress());
    this.reader = reader;
  }

  /** The note of a mail; computing its hash takes processor time. */
  MailSlip of(IncomingMail incoming) {
    ArrivedMail arrived = incoming.arrived();
    ParsedMail mail = incoming.mail();
    return new MailSlip(
        arrived.receiptId() == null ? Ids.next() : arrived.receiptId(),
        arrived.mailbox() == null ? mailbox(mail, incoming.believed()) : arrived.mailbox(),
        mail.references().id(),
        ContentHash.of(arrived.raw()),
        mail.parties().identity().map(NamedAddress::address).orElse(null),
        reader.redact(mail.subject()),
        arrived.size(),
        incoming.receivedAt(),
        null);
  }

  private EmailAddress mailbox(ParsedMail mail, MailEnvelope believed) {
    return Stream.concat(believed.deliveredTo().stream(), mail.parties().recipients().stream())
        .flatMap(address -> own.mailboxOf(address).stream())
        .findFirst()
        .orElse(support);
  }
}
