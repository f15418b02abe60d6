package io.casewire.intake.mail.bounce;

import io.casewire.intake.mail.MailEnvelope;
import io.casewire.intake.mail.ParsedMail;
import io.casewire.intake.mail.bounce.Bounce.Outcome;
import io.casewire.intake.mail.bounce.Bounce.RecipientReport;
import io.casewire.kit.mail.EmailAddress;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Recognises reports about mail: those of RFC 3464 and RFC 5965, those with {@code
 * X-Failed-Recipients}, the notices of mail services in JSON, and what servers write in plain
 * words. Never opens or moves a case by itself.
 */
public final class BounceDetector {

  private static final Set<String> NOT_ABOUT_A_MAIL = Set.of("tlsrpt", "dmarc");

  private BounceDetector() {}

  /**
   * What the mail reports; empty when it is no report.
   *
   * @param envelope what of the envelope is believed
   */
  public static Optional<Bounce> detect(ParsedMail mail, MailEnvelope envelope) {
    ReportSender sender = ReportSender.of(mail, envelope);
    return FeedbackReport.detect(mail, sender)
        .or(() -> JsonNotice.detect(mail, sender))
        .or(() -> deliveryReport(mail, sender));
  }

  private static Optional<Bounce> deliveryReport(ParsedMail mail, ReportSender sender) {
    Optional<DeliveryStatus> status = DeliveryStatus.of(mail);
    boolean isReport =
        ReportType.isReport(mail)
            || mail.headers().contains("x-failed-recipients")
            || switch (sender) {
              case DAEMON -> true;
              case SERVER -> status.isPresent() || BounceWords.areIn(mail);
              case MACHINE -> status.isPresent() || BounceWords.areSurelyIn(mail);
              case PERSON -> false;
            };
    return isReport ? Optional.of(bounce(mail, status.orElse(null))) : Optional.empty();
  }

  private static Bounce bounce(ParsedMail mail, @Nullable DeliveryStatus status) {
    List<RecipientReport> recipients = new ArrayList<>();
    if (status != null) {
      recipients.addAll(status.recipients());
    }
    failedRecipients(mail).forEach(recipients::add);
    Outcome outcome = outcome(mail, recipients);
    String code = code(mail, recipients, outcome);
    boolean gone =
        outcome == Outcome.FAILED
            && (StatusCodes.sayNothing(code)
                ? BounceWords.sayAddressUnknown(mail)
                : StatusCodes.meanAddressIsGone(code));
    return new Bounce(
        outcome,
        OriginalMail.idsIn(mail, status == null ? null : status.fields()),
        recipients,
        code,
        gone);
  }

  private static Outcome outcome(ParsedMail mail, List<RecipientReport> recipients) {
    if (ReportType.of(mail).filter(NOT_ABOUT_A_MAIL::contains).isPresent()) {
      return Outcome.INFORMATION;
    }
    return recipients.stream()
        .map(RecipientReport::outcome)
        .max(Comparator.naturalOrder())
        .orElseGet(() -> BounceWords.speakOfDelay(mail) ? Outcome.DELAYED : Outcome.FAILED);
  }

  private static @Nullable String code(
      ParsedMail mail, List<RecipientReport> recipients, Outcome outcome) {
    return recipients.stream()
        .filter(recipient -> recipient.outcome() == outcome)
        .flatMap(recipient -> Stream.ofNullable(recipient.status()))
        .findFirst()
        .or(() -> StatusCodes.firstIn(BounceWords.words(mail)))
        .orElse(null);
  }

  private static Stream<RecipientReport> failedRecipients(ParsedMail mail) {
    return mail.headers().all("x-failed-recipients").stream()
        .flatMap(value -> Stream.of(value.toLowerCase(Locale.ROOT).split(",")))
        .map(EmailAddress::parse)
        .flatMap(Optional::stream)
        .limit(DeliveryStatus.MOST_RECIPIENTS)
        .map(address -> new RecipientReport(address, Outcome.FAILED, null));
  }
}
