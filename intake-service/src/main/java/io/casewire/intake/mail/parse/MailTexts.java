package io.casewire.intake.mail.parse;

import io.casewire.intake.mail.MailText;
import io.casewire.intake.mail.MailText.Notice;
import io.casewire.intake.mail.text.RenderedText;
import io.casewire.intake.mail.text.TextCut;
import io.casewire.intake.mail.text.VisibleText;
import java.util.List;
import java.util.stream.Collectors;

/** Puts the texts of a mail together, within the limits. */
final class MailTexts {

  /** Characters looked at for the sender's words; a longer quote than this has no answer below. */
  static final int SCANNED_CHARACTERS = 1_000_000;

  private static final String CUT_NOTICE =
      "\n\n[The message is longer than this. The rest is left out.]";
  private static final String LINKS_NOTICE =
      "[The text of this message is not shown: it has more than %,d links.]";

  private MailTexts() {}

  static MailText of(List<RenderedText> parts, MailLimits limits) {
    if (parts.stream().mapToLong(RenderedText::links).sum() > limits.links()) {
      String notice = LINKS_NOTICE.formatted(limits.links());
      return new MailText(notice, null, Notice.TOO_MANY_LINKS);
    }
    String full =
        parts.stream()
            .map(part -> part.text().strip())
            .filter(text -> !text.isEmpty())
            .collect(Collectors.joining("\n\n"));
    String scanned = TextCut.at(full, SCANNED_CHARACTERS);
    return within(VisibleText.of(scanned), scanned, limits.textCharacters());
  }

  private static MailText within(String visible, String full, int max) {
    boolean cut = full.length() > max;
    boolean same = visible.equals(full) || visible.isEmpty();
    return new MailText(
        shorten(visible, max), same ? null : shorten(full, max), cut ? Notice.CUT : null);
  }

  private static String shorten(String text, int max) {
    return text.length() <= max ? text : TextCut.at(text, max - CUT_NOTICE.length()) + CUT_NOTICE;
  }
}
