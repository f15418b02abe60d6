package io.casewire.intake.mail.bounce;

import io.casewire.intake.mail.MailText;
import io.casewire.intake.mail.ParsedMail;
import io.casewire.intake.mail.text.TextCut;
import java.util.List;
import java.util.Locale;

/**
 * The words of servers that report in plain text only. They count only in a mail from a server: a
 * customer who forwards or quotes a report is a customer.
 */
final class BounceWords {

  private static final int READ_CHARACTERS = 4_000;

  private static final List<String> IN_SUBJECT =
      List.of(
          "undeliver",
          "returned mail",
          "returned to sender",
          "delivery failed",
          "delivery fail",
          "delivery has failed",
          "delivery status notification",
          "delivery delayed",
          "failure notice",
          "non-delivery",
          "mail system error",
          "unzustellbar",
          "non remis",
          "no se puede entregar",
          "退信",
          "投递失败",
          "无法投递",
          "退回");
  private static final List<String> IN_TEXT =
      List.of(
          "could not be delivered",
          "couldn't be delivered",
          "unable to deliver",
          "wasn't able to deliver",
          "delivery to the following recipient",
          "address(es) failed",
          "permanent fatal errors",
          "recipient address rejected",
          "user unknown",
          "no such user",
          "mailbox unavailable",
          "被退回",
          "无法投递",
          "无法送达",
          "退信原因");
  private static final List<String> OF_DELAY =
      List.of(
          "delayed",
          "has not yet been delivered",
          "will be retried",
          "will keep trying",
          "will continue to try",
          "延迟",
          "继续尝试");

  private BounceWords() {}

  static boolean areIn(ParsedMail mail) {
    return contains(mail.subject(), IN_SUBJECT) || contains(words(mail.text()), IN_TEXT);
  }

  static boolean speakOfDelay(ParsedMail mail) {
    return contains(mail.subject(), OF_DELAY) || contains(words(mail.text()), OF_DELAY);
  }

  private static String words(MailText text) {
    String whole = text.full() == null ? text.visible() : text.full();
    // Wrapped lines would hide a phrase.
    return TextCut.at(whole, READ_CHARACTERS).replaceAll("\\s+", " ");
  }

  private static boolean contains(String text, List<String> phrases) {
    String lower = text.toLowerCase(Locale.ROOT);
    return phrases.stream().anyMatch(lower::contains);
  }
}
