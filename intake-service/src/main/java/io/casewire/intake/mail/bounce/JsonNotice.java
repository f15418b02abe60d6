package io.casewire.intake.mail.bounce;

import io.casewire.intake.mail.MessageId;
import io.casewire.intake.mail.ParsedMail;
import io.casewire.intake.mail.bounce.Bounce.Outcome;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Recognises the notices of mail services in JSON, bare or as the text inside of another notice.
 * They are searched and not parsed, since footers and line wraps of mail make them no JSON.
 */
final class JsonNotice {

  private static final int READ_CHARACTERS = 64 * 1024;

  private static final Pattern KIND =
      Pattern.compile(
          "\"(?:notificationType|eventType|RecordType|event)\"\\s{0,9}:\\s{0,9}"
              + "\"(bounced?|complaint|spamcomplaint|delivery|delivered|deliverydelay|deferred"
              + "|dropped|failed|reject)\"",
          Pattern.CASE_INSENSITIVE);
  private static final Pattern LASTING =
      Pattern.compile(
          "\"(?:bounceType|Type|severity)\"\\s{0,9}:\\s{0,9}\"(?:permanent|hardbounce|hard)\"",
          Pattern.CASE_INSENSITIVE);
  private static final Pattern ORIGINAL =
      Pattern.compile(
          "\"(?:message-?id|smtp-id)\"\\s{0,9}(?::|,\\s{0,9}\"value\"\\s{0,9}:)\\s{0,9}"
              + "\"(?:<|\\\\u003c)([^\"<>\\s\\\\]{1,998})",
          Pattern.CASE_INSENSITIVE);

  private JsonNotice() {}

  static Optional<Bounce> detect(ParsedMail mail, ReportSender sender) {
    return sender == ReportSender.PERSON
        ? Optional.empty()
        : texts(mail).flatMap(text -> read(text).stream()).findFirst();
  }

  private static Stream<String> texts(ParsedMail mail) {
    return Stream.concat(
            Stream.of(BounceWords.whole(mail.text())),
            mail.attachments().stream()
                .filter(part -> part.mediaType().equals("application/json"))
                .map(EnclosedText::of))
        .map(text -> text.substring(0, Math.min(text.length(), READ_CHARACTERS)))
        .filter(text -> text.indexOf('{') >= 0)
        .map(text -> text.replace("\\\"", "\""));
  }

  private static Optional<Bounce> read(String text) {
    Matcher kind = KIND.matcher(text);
    if (!kind.find()) {
      return Optional.empty();
    }
    Outcome outcome = outcome(kind.group(1).toLowerCase(Locale.ROOT));
    List<MessageId> originals =
        ORIGINAL
            .matcher(text)
            .results()
            .flatMap(found -> MessageId.first("<" + found.group(1) + ">").stream())
            .toList();
    String status = StatusCodes.firstIn(text).orElse(null);
    boolean gone =
        outcome == Outcome.FAILED
            && (StatusCodes.sayNothing(status)
                ? LASTING.matcher(text).find()
                : StatusCodes.meanAddressIsGone(status));
    return Optional.of(new Bounce(outcome, originals, List.of(), status, gone));
  }

  private static Outcome outcome(String kind) {
    return switch (kind) {
      case "complaint", "spamcomplaint" -> Outcome.COMPLAINED;
      case "delivery", "delivered" -> Outcome.DELIVERED;
      case "deliverydelay", "deferred" -> Outcome.DELAYED;
      default -> Outcome.FAILED;
    };
  }
}
