package io.casewire.intake.mail.bounce;

import io.casewire.intake.mail.MailText;
import io.casewire.intake.mail.ParsedMail;
import io.casewire.intake.mail.text.TextCut;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;

/**
 * The words of servers that report in plain text only. They count only in a mail from a server: a
 * customer who forwards or quotes a report is a customer.
 */
final class BounceWords {

  private static final int READ_CHARACTERS = 4_000;

  private static final List<String> IN_SUBJECT = phrases("subject");
  private static final List<String> IN_TEXT = phrases("text");

  private static final List<String> OF_DELAY = phrases("delay");
  private static final List<String> OF_UNKNOWN_ADDRESS = phrases("unknown-address");

  private BounceWords() {}

  static boolean areIn(ParsedMail mail) {
    return contains(mail.subject(), IN_SUBJECT)
        || contains(words(mail), IN_TEXT)
        || FailureWords.speakOfDelivery(mail.subject() + " " + words(mail));
  }

  /** The same for a sender who may report many other things. */
  static boolean areSurelyIn(ParsedMail mail) {
    return FailureWords.speakOfMail(mail.subject(), words(mail));
  }

  static boolean speakOfDelay(ParsedMail mail) {
    return contains(mail.subject(), OF_DELAY) || contains(words(mail), OF_DELAY);
  }

  static boolean sayAddressUnknown(ParsedMail mail) {
    return contains(words(mail), OF_UNKNOWN_ADDRESS);
  }

  /** The beginning of the text, quoted or not. */
  static String words(ParsedMail mail) {
    // Wrapped lines would hide a phrase.
    return TextCut.at(whole(mail.text()), READ_CHARACTERS)
        .replace('\u2019', '\'')
        .replaceAll("\\s+", " ");
  }

  static String whole(MailText text) {
    return text.full() == null ? text.visible() : text.full();
  }

  private static boolean contains(String text, List<String> phrases) {
    String lower = text.toLowerCase(Locale.ROOT);
    return phrases.stream().anyMatch(lower::contains);
  }

  /** From a file of one phrase a line, in lower case. */
  private static List<String> phrases(String file) {
    try (InputStream phrases = BounceWords.class.getResourceAsStream(file + ".txt")) {
      return new String(phrases.readAllBytes(), StandardCharsets.UTF_8).lines().toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
