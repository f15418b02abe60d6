package io.casewire.notification.letter;

import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** A customer's subject, made fit to be answered to. */
final class OriginalSubject {

  /** In code points; a subject is for a list of mails, not for a letter. */
  private static final int LONGEST = 150;

  /** As mail programs put them in front, in the languages that customers write in. */
  private static final Pattern PREFIXES =
      Pattern.compile(
          "^(?:\\s*(?:re|aw|sv|回复|答复|回覆)\\s*[:：])+",
          Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);

  private OriginalSubject() {}

  /** The subject in one line and without marks of an answer; empty if there is none. */
  static String of(@Nullable String subject) {
    if (subject == null) {
      return "";
    }
    return shortened(PREFIXES.matcher(OneLine.of(subject)).replaceFirst("").strip());
  }

  private static String shortened(String subject) {
    return subject.codePointCount(0, subject.length()) <= LONGEST
        ? subject
        : subject.substring(0, subject.offsetByCodePoints(0, LONGEST)).stripTrailing() + "…";
  }
}
