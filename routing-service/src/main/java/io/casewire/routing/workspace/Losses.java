package io.casewire.routing.workspace;

import io.casewire.kit.web.Language;
import io.casewire.kit.web.Words;
import java.util.regex.Pattern;

/** Says why an answer did not reach the customer. */
final class Losses {

  private static final Pattern REPLY_CODE = Pattern.compile("-[0-9]+$");

  private final Words words;

  Losses(Words words) {
    this.words = words;
  }

  /** In words of the reason; with a code that has none, what became of the answer and the code. */
  String say(Language language, String outcome, String reason) {
    String key = "loss." + REPLY_CODE.matcher(reason).replaceFirst("");
    String why =
        words.has(key) ? words.say(language, key) : words.say(language, "lost." + outcome, reason);
    return words.say(language, "event.case.answer-undelivered", why);
  }
}
