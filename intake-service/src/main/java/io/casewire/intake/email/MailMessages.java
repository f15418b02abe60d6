package io.casewire.intake.email;

import io.casewire.events.NoAutoReply;
import io.casewire.intake.analysis.AnalysedText;
import io.casewire.intake.analysis.TextAnalysis;
import io.casewire.intake.attachment.Attachments;
import io.casewire.intake.attachment.ReceivedFile;
import io.casewire.intake.conversation.Contact;
import io.casewire.intake.conversation.MessageDraft;
import io.casewire.intake.conversation.Sender;
import io.casewire.intake.conversation.StoredFile;
import io.casewire.intake.mail.EffectiveTime;
import io.casewire.intake.mail.MailReferences;
import io.casewire.intake.mail.MessageId;
import io.casewire.intake.mail.NamedAddress;
import io.casewire.intake.mail.OwnMailboxes;
import io.casewire.intake.mail.ParsedMail;
import io.casewire.intake.mail.automatic.AutomaticMail;
import io.casewire.kit.id.Ids;
import io.casewire.kit.mail.EmailAddress;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Makes of a mail the message that it may become. */
@ApplicationScoped
class MailMessages {

  private static final String EMAIL = "email";
  private static final String DEFAULT_LOCALE = "en";

  private final OwnMailboxes own;
  private final TextAnalysis reader;
  private final Attachments attachments;

  MailMessages(OwnMailboxes own, TextAnalysis reader, Attachments attachments) {
    this.own = own;
    this.reader = reader;
    this.attachments = attachments;
  }

  /** Redacts and reads the mail at once, on the caller's thread, and then stores its files. */
  Uni<MailMessage> of(IncomingMail incoming) {
    List<ReceivedFile> received =
        incoming.mail().attachments().stream()
            .map(file -> new ReceivedFile(file.fileName(), file.mediaType(), file.content()))
            .toList();
    Uni<List<StoredFile>> files = attachments.store(received);
    ParsedMail mail = incoming.mail();
    AnalysedText text =
        reader.analyse(
            mail.subject(),
            OmittedNotice.below(mail.text().visible(), mail.omitted()),
            DEFAULT_LOCALE,
            null);
    String fullText = reader.redactNullable(mail.text().full());
    Sender sender = sender(mail, text.language());
    return files.map(stored -> message(incoming, sender, text, fullText, stored));
  }

  private MailMessage message(
      IncomingMail incoming,
      Sender sender,
      AnalysedText text,
      @Nullable String fullText,
      List<StoredFile> files) {
    ParsedMail mail = incoming.mail();
    MailReferences references = mail.references();
    MessageDraft draft =
        MessageDraft.builder(Ids.next(), EMAIL, sender, text, incoming.receivedAt())
            .fullText(fullText)
            .sentAt(EffectiveTime.of(incoming.sentAt(), incoming.receivedAt(), null))
            .mail(
                references.synthetic() ? null : references.id().header(),
                references.references().stream().map(MessageId::header).toList())
            .noAutoReply(
                AutomaticMail.forbidsAutoReply(mail.headers()) ? NoAutoReply.SENDER_FORBIDS : null)
            .files(files)
            .build();
    return new MailMessage(
        mail.parties().authors().stream().filter(author -> !own.include(author)).toList(),
        incoming.candidates(),
        Stream.concat(Stream.of(references.id()), references.aliases().stream()).toList(),
        draft);
  }

  /** Nobody, when the mail names only ourselves: we never answer ourselves. */
  private Sender sender(ParsedMail mail, String language) {
    Optional<NamedAddress> identity =
        mail.parties().identity().filter(author -> !own.include(author.address()));
    Optional<String> address = identity.map(NamedAddress::address).map(EmailAddress::value);
    Optional<String> replyTo =
        mail.parties()
            .answerTo()
            .map(NamedAddress::address)
            .filter(answerTo -> !own.include(answerTo))
            .map(EmailAddress::value)
            .filter(answerTo -> !address.equals(Optional.of(answerTo)));
    return new Sender(
        identity.map(NamedAddress::address).map(Contact::email).orElse(null),
        address.isPresent() ? replyTo.orElse(null) : null,
        reader.redactNullable(identity.map(NamedAddress::name).orElse(null)),
        null,
        language,
        null);
  }
}
