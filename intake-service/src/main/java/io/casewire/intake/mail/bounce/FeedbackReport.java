package io.casewire.intake.mail.bounce;

import io.casewire.intake.mail.MailHeaders;
import io.casewire.intake.mail.ParsedMail;
import io.casewire.intake.mail.bounce.Bounce.Outcome;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** Recognises feedback reports: a reader has called a mail of ours unwanted (RFC 5965). */
final class FeedbackReport {

  private static final String PART = "message/feedback-report";

  /** Types that blame the mail; others praise it or report something else. */
  private static final Set<String> COMPLAINTS =
      Set.of("abuse", "fraud", "virus", "other", "opt-out");

  /** Providers that report without the structure enclose the mail below such a subject. */
  private static final Pattern SUBJECT =
      Pattern.compile(
          ".*(?:complaint about message|abuse report|spam report|feedback report|spam complaint"
              + "|email feedback|垃圾邮件投诉|迷惑メール報告|signalement de spam|spam-beschwerde"
              + "|denuncia de spam).*",
          Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE | Pattern.DOTALL);

  private FeedbackReport() {}

  static Optional<Bounce> detect(ParsedMail mail, ReportSender sender) {
    Optional<MailHeaders> report =
        mail.attachments().stream()
            .filter(part -> part.mediaType().equals(PART))
            .map(part -> MailHeaders.parse(EnclosedText.of(part)))
            .findFirst();
    boolean structured =
        ReportType.of(mail).filter("feedback-report"::equals).isPresent()
            || (report.isPresent() && (ReportType.isReport(mail) || sender != ReportSender.PERSON));
    boolean plain =
        (sender != ReportSender.PERSON || OriginalMail.isMarkedAsReported(mail))
            && SUBJECT.matcher(mail.subject()).matches()
            && OriginalMail.isEnclosedIn(mail);
    return structured || plain ? Optional.of(bounce(mail, report)) : Optional.empty();
  }

  private static Bounce bounce(ParsedMail mail, Optional<MailHeaders> report) {
    boolean complaint =
        report
            .flatMap(fields -> fields.first("feedback-type"))
            .map(type -> COMPLAINTS.contains(type.toLowerCase(Locale.ROOT)))
            .orElse(true);
    return new Bounce(
        complaint ? Outcome.COMPLAINED : Outcome.INFORMATION,
        OriginalMail.idsIn(mail, report.orElse(null)),
        List.of(),
        null,
        false);
  }
}
