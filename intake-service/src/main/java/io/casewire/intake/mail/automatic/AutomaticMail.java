package io.casewire.intake.mail.automatic;

import io.casewire.intake.mail.MailEnvelope;
import io.casewire.intake.mail.MailHeaders;
import io.casewire.intake.mail.OwnMailboxes;
import io.casewire.intake.mail.ParsedMail;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/**
 * Tells mail that a machine sent (RFC 3834 and what programs do instead). Such mail is kept on its
 * case, opens none, is never acknowledged and moves neither status nor clocks.
 */
public final class AutomaticMail {

  private static final List<String> AUTORESPONDER_HEADERS =
      List.of(
          "x-autoreply", "x-autorespond", "x-autoresponse", "x-autoreply-from", "x-mail-autoreply");
  private static final Set<String> PRECEDENCES = Set.of("auto_reply", "bulk", "junk");
  private static final Set<String> SUPPRESSED = Set.of("all", "autoreply", "oof");

  private AutomaticMail() {}

  private record Rule(AutomaticReason reason, Predicate<MailHeaders> holds) {}

  private static final List<Rule> HEADER_RULES =
      List.of(
          new Rule(AutomaticReason.AUTO_SUBMITTED, AutomaticMail::isAutoSubmitted),
          new Rule(
              AutomaticReason.AUTORESPONDER_HEADER,
              headers -> AUTORESPONDER_HEADERS.stream().anyMatch(headers::contains)),
          new Rule(AutomaticReason.PRECEDENCE, headers -> hasPrecedence(headers, PRECEDENCES)),
          new Rule(AutomaticReason.LOOP_MARK, headers -> hasWord(headers, "x-loop", Set.of("yes"))),
          new Rule(
              AutomaticReason.MACHINE_GENERATED,
              headers ->
                  headers.contains("x-fc-machinegenerated")
                      || hasWord(headers, "x-amazon-mail-relay-type", Set.of("notification"))),
          new Rule(AutomaticReason.READ_RECEIPT, AutomaticMail::saysReadReceipt));

  /**
   * The first sign that a machine sent the mail.
   *
   * @param envelope what of the envelope is believed
   * @param answersUs whether the mail answers a message that we sent: then a person may well have
   *     written it through a list, and list headers prove nothing
   */
  public static Optional<AutomaticReason> detect(
      ParsedMail mail, MailEnvelope envelope, OwnMailboxes own, boolean answersUs) {
    return byHeaders(mail.headers())
        .or(() -> byReceiptPart(mail))
        .or(() -> bySender(mail, envelope, own))
        .or(() -> byList(mail.headers(), answersUs));
  }

  /**
   * Whether the sender asks for no automatic answer. Gateways of companies write that on people's
   * mails, so it says nothing of who wrote.
   */
  public static boolean forbidsAutoReply(MailHeaders headers) {
    return hasWord(headers, "x-auto-response-suppress", SUPPRESSED)
        || headers.contains("list-unsubscribe")
        || headers.contains("list-id");
  }

  private static Optional<AutomaticReason> byHeaders(MailHeaders headers) {
    return HEADER_RULES.stream()
        .filter(rule -> rule.holds().test(headers))
        .map(Rule::reason)
        .findFirst();
  }

  private static Optional<AutomaticReason> byReceiptPart(ParsedMail mail) {
    return mail.mediaType().equals("multipart/report")
            && mail.attachments().stream()
                .anyMatch(part -> part.mediaType().equals("message/disposition-notification"))
        ? Optional.of(AutomaticReason.READ_RECEIPT)
        : Optional.empty();
  }

  private static Optional<AutomaticReason> bySender(
      ParsedMail mail, MailEnvelope envelope, OwnMailboxes own) {
    if (envelope.nullReturnPath()) {
      return Optional.of(AutomaticReason.NULL_RETURN_PATH);
    }
    if (DaemonSender.wrote(mail)) {
      return Optional.of(AutomaticReason.DAEMON_SENDER);
    }
    return own.named(mail.references().id())
        ? Optional.of(AutomaticReason.OWN_MESSAGE_ID)
        : Optional.empty();
  }

  private static Optional<AutomaticReason> byList(MailHeaders headers, boolean answersUs) {
    boolean list = headers.contains("list-id") || hasPrecedence(headers, Set.of("list"));
    return list && !answersUs ? Optional.of(AutomaticReason.MAILING_LIST) : Optional.empty();
  }

  private static boolean isAutoSubmitted(MailHeaders headers) {
    return headers.all("auto-submitted").stream()
        .map(value -> value.split("[;(\\s]", 2)[0])
        .anyMatch(word -> !word.isEmpty() && !word.equalsIgnoreCase("no"));
  }

  private static boolean saysReadReceipt(MailHeaders headers) {
    return headers
        .first("content-type")
        .map(type -> type.toLowerCase(Locale.ROOT))
        .filter(type -> type.startsWith("multipart/report"))
        .filter(type -> type.contains("disposition-notification"))
        .isPresent();
  }

  private static boolean hasPrecedence(MailHeaders headers, Set<String> values) {
    return hasWord(headers, "precedence", values) || hasWord(headers, "x-precedence", values);
  }

  private static boolean hasWord(MailHeaders headers, String name, Set<String> words) {
    return headers.all(name).stream()
        .flatMap(value -> Arrays.stream(value.toLowerCase(Locale.ROOT).split("[\\s,;]+")))
        .anyMatch(words::contains);
  }
}
