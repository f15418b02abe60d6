package io.casewire.intake.mail.bounce;

import io.casewire.intake.mail.MailEnvelope;
import io.casewire.intake.mail.ParsedMail;
import io.casewire.intake.mail.automatic.DaemonSender;
import io.casewire.kit.mail.EmailAddress;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Who seems to have written a mail; a person's words are never read as a report. */
enum ReportSender {
  /** The part of a mail server that does nothing but report. */
  DAEMON,
  /** A mail server, by its empty envelope or the name of those who run it. */
  SERVER,
  /** A machine that takes no answers. */
  MACHINE,
  /** Anybody else. */
  PERSON;

  private static final Pattern DAEMONS_ADDRESS =
      Pattern.compile(
          "mailer[-_.]?daemon|mail[-_.]?daemon|mdaemon|double-bounce"
              + "|mail[-_.]delivery[-_.](?:sub)?system|microsoftexchange[0-9a-f]{16,}");
  private static final Pattern MACHINES_ADDRESS =
      Pattern.compile(
          "(?:mail|email|system|auto|support)?[-_.]?"
              + "(?:no|not|do[-_.]?not|don.?t)[-_.]?(?:reply|respond|answer)(?:[-_.+].*)?"
              + "|ne[-_.]?pas[-_.]?repondre|nicht[-_.]?antworten|keine[-_.]?antwort|no[-_.]?responder"
              + "|bounces?(?:[-_.+].*)?|antispam|mail[-_.]?(?:system|admin|server)|fbl|feedback-?loop"
              + "|complaints?|abuse-?auto|notifications?");
  private static final Set<String> DAEMONS_NAMES =
      Set.of(
          "mail delivery system",
          "mail delivery subsystem",
          "mail delivery service",
          "internet mail delivery",
          "mailer-daemon",
          "mailer daemon");

  /** Companies may be called so as well. */
  private static final List<String> SERVERS_NAMES =
      List.of(
          "mail delivery",
          "delivery status notif",
          "mail system",
          "mailsystem",
          "postmaster",
          "邮件系统",
          "系统退信",
          "退信系统",
          "郵件系統",
          "メール配送",
          "メール配信",
          "メールシステム",
          "système de messagerie",
          "sistema de correo",
          "sistema de entrega");

  static ReportSender of(ParsedMail mail, MailEnvelope envelope) {
    List<String> locals = mail.parties().authors().stream().map(EmailAddress::localPart).toList();
    List<String> names = names(mail);
    if (locals.stream().anyMatch(local -> DAEMONS_ADDRESS.matcher(local).matches())
        || names.stream().anyMatch(DAEMONS_NAMES::contains)) {
      return DAEMON;
    }
    if (envelope.nullReturnPath()
        || DaemonSender.wrote(mail)
        || names.stream().anyMatch(name -> SERVERS_NAMES.stream().anyMatch(name::contains))) {
      return SERVER;
    }
    boolean machine = locals.stream().anyMatch(local -> MACHINES_ADDRESS.matcher(local).matches());
    // A contact form writes in a person's name and says where he wants the answer.
    return machine && mail.parties().replyTo().isEmpty() ? MACHINE : PERSON;
  }

  /** The names as decoded, or what a field says beside an address that can't be read. */
  private static List<String> names(ParsedMail mail) {
    Stream<String> names =
        mail.parties().from().isEmpty()
            ? mail.headers().all("from").stream().map(value -> value.replaceAll("<.*|\"", ""))
            : mail.parties().from().stream().flatMap(from -> Stream.ofNullable(from.name()));
    return names.map(name -> name.strip().toLowerCase(Locale.ROOT)).toList();
  }
}
