package io.casewire.intake.mail.bounce;

import io.casewire.intake.mail.MailHeaders;
import io.casewire.intake.mail.MailText;
import io.casewire.intake.mail.MessageId;
import io.casewire.intake.mail.ParsedMail;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Finds which mail a report is about: by the id it encloses, never by its subject. */
final class OriginalMail {

  private static final Set<String> ENCLOSED =
      Set.of("message/rfc822", "message/global", "text/rfc822-headers", "message/global-headers");
  private static final Pattern ID_IN_WORDS =
      Pattern.compile(
          "^[>| \\t]{0,8}Message-ID:\\s{0,4}(<[^<>\\s]{1,998}>)",
          Pattern.MULTILINE | Pattern.CASE_INSENSITIVE);

  private OriginalMail() {}

  static Optional<MessageId> idIn(ParsedMail report, @Nullable DeliveryStatus status) {
    return enclosed(report)
        .or(() -> namedByVendor(report.headers(), status))
        .or(() -> inWords(report.text()))
        .or(() -> report.references().inReplyTo().stream().findFirst())
        .or(() -> newest(report.references().references()));
  }

  private static Optional<MessageId> enclosed(ParsedMail report) {
    return report.attachments().stream()
        .filter(part -> ENCLOSED.contains(part.mediaType()))
        .map(part -> MailHeaders.parse(EnclosedText.of(part)))
        .flatMap(headers -> headers.first("message-id").stream())
        .flatMap(value -> MessageId.first(value).stream())
        .findFirst();
  }

  private static Optional<MessageId> namedByVendor(
      MailHeaders headers, @Nullable DeliveryStatus status) {
    return headers
        .first("x-original-message-id")
        .or(() -> status == null ? Optional.empty() : status.first("x-original-message-id"))
        .flatMap(MessageId::first);
  }

  private static Optional<MessageId> inWords(MailText text) {
    Matcher id = ID_IN_WORDS.matcher(text.full() == null ? text.visible() : text.full());
    return id.find() ? MessageId.first(id.group(1)) : Optional.empty();
  }

  private static Optional<MessageId> newest(List<MessageId> references) {
    return references.isEmpty() ? Optional.empty() : Optional.of(references.getLast());
  }
}
