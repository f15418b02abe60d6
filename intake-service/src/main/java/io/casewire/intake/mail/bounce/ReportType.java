package io.casewire.intake.mail.bounce;

import io.casewire.intake.mail.ParsedMail;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What a mail with the structure of a report (RFC 6522) says that it is. */
final class ReportType {

  private static final Pattern PARAMETER =
      Pattern.compile("report-type\\s*=\\s*\"?([a-z0-9-]{1,64})", Pattern.CASE_INSENSITIVE);

  /** About what a person did with a mail (RFC 8098): no report of a server. */
  private static final String RECEIPT = "disposition-notification";

  /** Reports about all mail of a domain (RFC 7489) have a subject of their own and no structure. */
  private static final Pattern DOMAIN_REPORT =
      Pattern.compile(
          "\\s*(?:\\[.{1,30}]\\s*)?Report Domain:.+Submitter:.+Report-ID:.+",
          Pattern.CASE_INSENSITIVE | Pattern.DOTALL);

  private ReportType() {}

  /** Whether the mail is a report by its structure, whoever sent it: no person writes these. */
  static boolean isReport(ParsedMail mail) {
    boolean receipt =
        of(mail).filter(RECEIPT::equals).isPresent()
            || mail.attachments().stream()
                .anyMatch(part -> part.mediaType().equals("message/" + RECEIPT));
    return !receipt
        && (mail.mediaType().equals("multipart/report")
            || DOMAIN_REPORT.matcher(mail.subject()).matches());
  }

  /** Its name, if it gives one. */
  static Optional<String> of(ParsedMail mail) {
    if (DOMAIN_REPORT.matcher(mail.subject()).matches()) {
      return Optional.of("dmarc");
    }
    return mail.headers()
        .first("content-type")
        .filter(type -> mail.mediaType().equals("multipart/report"))
        .map(PARAMETER::matcher)
        .filter(Matcher::find)
        .map(found -> found.group(1).toLowerCase(Locale.ROOT));
  }
}
