package io.casewire.intake.mail.bounce;

import io.casewire.intake.mail.ParsedMail;
import io.casewire.intake.mail.automatic.DaemonSender;
import io.casewire.intake.mail.bounce.Bounce.Outcome;
import io.casewire.intake.mail.bounce.Bounce.RecipientReport;
import io.casewire.kit.mail.EmailAddress;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Recognises delivery reports: those of RFC 3464, those with {@code X-Failed-Recipients}, and the
 * ones in plain words that some servers write. Never opens or moves a case by itself.
 */
public final class BounceDetector {

  private BounceDetector() {}

  /** What the mail reports; empty when it is no report. */
  public static Optional<Bounce> detect(ParsedMail mail) {
    Optional<DeliveryStatus> status = DeliveryStatus.of(mail);
    List<RecipientReport> recipients = new ArrayList<>();
    status.ifPresent(found -> recipients.addAll(found.recipients()));
    failedRecipients(mail).forEach(recipients::add);
    boolean isReport =
        status.isPresent()
            || mail.headers().contains("x-failed-recipients")
            || isDeliveryReport(mail)
            || (DaemonSender.wrote(mail) && BounceWords.areIn(mail));
    return isReport
        ? Optional.of(
            new Bounce(
                outcome(mail, recipients),
                OriginalMail.idIn(mail, status.orElse(null)).orElse(null),
                recipients))
        : Optional.empty();
  }

  private static Outcome outcome(ParsedMail mail, List<RecipientReport> recipients) {
    return recipients.stream()
        .map(RecipientReport::outcome)
        .max(Comparator.naturalOrder())
        .orElseGet(() -> BounceWords.speakOfDelay(mail) ? Outcome.DELAYED : Outcome.FAILED);
  }

  private static boolean isDeliveryReport(ParsedMail mail) {
    return mail.mediaType().equals("multipart/report")
        && mail.headers()
            .first("content-type")
            .filter(type -> type.toLowerCase(Locale.ROOT).contains("delivery-status"))
            .isPresent();
  }

  private static Stream<RecipientReport> failedRecipients(ParsedMail mail) {
    return mail.headers().all("x-failed-recipients").stream()
        .flatMap(value -> Stream.of(value.split(",")))
        .map(EmailAddress::parse)
        .flatMap(Optional::stream)
        .limit(DeliveryStatus.MOST_RECIPIENTS)
        .map(address -> new RecipientReport(address, Outcome.FAILED, null));
  }
}
