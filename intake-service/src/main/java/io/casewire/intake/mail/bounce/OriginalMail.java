package io.casewire.intake.mail.bounce;

import io.casewire.intake.mail.MailAttachment;
import io.casewire.intake.mail.MailHeaders;
import io.casewire.intake.mail.MailReferences;
import io.casewire.intake.mail.MessageId;
import io.casewire.intake.mail.ParsedMail;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Finds which mail a report is about: by the id it encloses, never by its subject. */
final class OriginalMail {

  private static final Set<String> ENCLOSED =
      Set.of(
          "message/rfc822",
          "message/global",
          "text/rfc822-headers",
          "text/rfc822",
          "message/rfc822-headers",
          "message/global-headers");
  private static final String REPORTED = "x-hmxmroriginalrecipient";
  private static final String VENDORS_FIELD = "x-original-message-id";
  private static final List<String> OWN_ID_FIELDS =
      List.of("message-id", VENDORS_FIELD, "x-google-original-message-id");
  private static final int MOST_IDS = 20;
  private static final Pattern ID_IN_WORDS =
      Pattern.compile(
          "^[>| \\t*]{0,8}(?:Original )?Message[- ]?ID[:：]\\s{0,4}(<[^<>\\s]{1,998}>)",
          Pattern.MULTILINE | Pattern.CASE_INSENSITIVE);

  private OriginalMail() {}

  /** Whether the report has a part for the mail that it is about. */
  static boolean isEnclosedIn(ParsedMail report) {
    return report.attachments().stream().anyMatch(OriginalMail::isMail);
  }

  /** Whether a large provider has marked the enclosed mail as one that its reader reported. */
  static boolean isMarkedAsReported(ParsedMail report) {
    return enclosedHeaders(report).anyMatch(headers -> headers.contains(REPORTED));
  }

  /**
   * Its ids, the one that is most surely its own first.
   *
   * @param fields of the part for machines, if the report has one
   */
  static List<MessageId> idsIn(ParsedMail report, @Nullable MailHeaders fields) {
    List<MessageId> named =
        Stream.of(
                enclosed(report),
                namedByServer(report.headers(), fields),
                inWords(BounceWords.whole(report.text())))
            .flatMap(ids -> ids)
            .distinct()
            .limit(MOST_IDS)
            .toList();
    return named.isEmpty() ? answered(report.references()) : named;
  }

  /** Older references are of other mails. */
  private static List<MessageId> answered(MailReferences references) {
    return references.inReplyTo().isEmpty()
        ? references.references().stream()
            .skip(Math.max(0, references.references().size() - 1))
            .toList()
        : references.inReplyTo();
  }

  private static boolean isMail(MailAttachment part) {
    return ENCLOSED.contains(part.mediaType())
        || part.fileName().toLowerCase(Locale.ROOT).endsWith(".eml");
  }

  private static Stream<MessageId> enclosed(ParsedMail report) {
    return enclosedHeaders(report)
        .flatMap(headers -> OWN_ID_FIELDS.stream().flatMap(name -> headers.first(name).stream()))
        .flatMap(value -> MessageId.first(value).stream());
  }

  private static Stream<MailHeaders> enclosedHeaders(ParsedMail report) {
    return report.attachments().stream()
        .filter(OriginalMail::isMail)
        .map(part -> MailHeaders.parse(EnclosedText.of(part)));
  }

  private static Stream<MessageId> namedByServer(
      MailHeaders headers, @Nullable MailHeaders fields) {
    return Stream.concat(
            headers.first(VENDORS_FIELD).stream(),
            fields == null
                ? Stream.empty()
                : Stream.of(VENDORS_FIELD, "original-message-id")
                    .flatMap(name -> fields.first(name).stream()))
        .flatMap(value -> MessageId.first(value).stream());
  }

  private static Stream<MessageId> inWords(String text) {
    return ID_IN_WORDS
        .matcher(text)
        .results()
        .limit(MOST_IDS)
        .flatMap(found -> MessageId.first(found.group(1)).stream());
  }
}
