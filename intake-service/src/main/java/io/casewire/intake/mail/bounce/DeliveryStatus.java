package io.casewire.intake.mail.bounce;

import io.casewire.intake.mail.MailAttachment;
import io.casewire.intake.mail.MailHeaders;
import io.casewire.intake.mail.ParsedMail;
import io.casewire.intake.mail.bounce.Bounce.Outcome;
import io.casewire.intake.mail.bounce.Bounce.RecipientReport;
import io.casewire.kit.mail.EmailAddress;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The machine's part of a delivery report (RFC 3464): groups of fields with blank lines between,
 * one about the mail and one about each recipient.
 */
record DeliveryStatus(List<MailHeaders> groups) {

  static final int MOST_RECIPIENTS = 100;

  private static final Set<String> MEDIA_TYPES =
      Set.of("message/delivery-status", "message/global-delivery-status");
  private static final int MOST_GROUPS = MOST_RECIPIENTS + 1;
  private static final Pattern STATUS = Pattern.compile("\\s*([245]\\.\\d{1,3}\\.\\d{1,3})\\b.*");

  static Optional<DeliveryStatus> of(ParsedMail mail) {
    return mail.attachments().stream()
        .filter(part -> MEDIA_TYPES.contains(part.mediaType()))
        .findFirst()
        .map(DeliveryStatus::read);
  }

  List<RecipientReport> recipients() {
    return groups.stream().flatMap(group -> report(group).stream()).toList();
  }

  /** The fields of all groups. */
  MailHeaders fields() {
    return new MailHeaders(groups.stream().flatMap(group -> group.fields().stream()).toList());
  }

  private static DeliveryStatus read(MailAttachment part) {
    String text = EnclosedText.of(part).replace("\r\n", "\n");
    return new DeliveryStatus(
        Pattern.compile("\n[ \t]*\n")
            .splitAsStream(text)
            .limit(MOST_GROUPS)
            .map(group -> MailHeaders.parse(group.stripLeading()))
            .toList());
  }

  // The original recipient is whom we wrote to; the final one may be where he forwards his mail.
  private static Optional<RecipientReport> report(MailHeaders group) {
    return Stream.of("original-recipient", "final-recipient")
        .flatMap(name -> group.first(name).stream())
        .map(value -> value.substring(value.indexOf(';') + 1))
        .flatMap(address -> EmailAddress.parse(address.replaceAll("[<>]", "")).stream())
        .findFirst()
        .map(recipient -> new RecipientReport(recipient, outcome(group), status(group)));
  }

  private static Outcome outcome(MailHeaders group) {
    String action = group.first("action").orElse("").toLowerCase(Locale.ROOT).strip();
    return switch (action) {
      case "failed" -> Outcome.FAILED;
      case "delayed" -> Outcome.DELAYED;
      case "delivered", "relayed", "expanded" -> Outcome.DELIVERED;
      default -> byStatus(status(group));
    };
  }

  private static Outcome byStatus(@Nullable String status) {
    return switch (status == null ? '5' : status.charAt(0)) {
      case '2' -> Outcome.DELIVERED;
      case '4' -> Outcome.DELAYED;
      default -> Outcome.FAILED;
    };
  }

  private static @Nullable String status(MailHeaders group) {
    Matcher status = STATUS.matcher(group.first("status").orElse(""));
    return status.matches() ? status.group(1) : null;
  }
}
