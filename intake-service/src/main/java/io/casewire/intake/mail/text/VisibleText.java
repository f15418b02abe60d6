package io.casewire.intake.mail.text;

import java.util.BitSet;

/**
 * What a person wrote this time: a mail's text without the mails it quotes and without its
 * signature. Answers between quoted lines stay. When nothing else is there, the quote itself is
 * what the sender wanted to show. Takes time in proportion to the text, whatever the text.
 */
public final class VisibleText {

  private static final int BLANK_LINES_BEFORE_QUOTE = 2;

  private final TextLines lines;
  private final Attribution attributions;
  private final BitSet hidden = new BitSet();

  private VisibleText(CharSequence text) {
    this.lines = new TextLines(text);
    this.attributions = new Attribution(lines);
  }

  /**
   * The visible part of {@code text}, never empty unless the text is blank.
   *
   * @param text with {@code \n} line ends
   */
  public static String of(CharSequence text) {
    VisibleText mail = new VisibleText(text);
    mail.hideEnclosedMail();
    mail.hideQuotes();
    mail.hideSignatures();
    String visible = mail.shown();
    if (!visible.isEmpty()) {
      return visible;
    }
    mail.hidden.clear();
    return mail.shown();
  }

  private void hideEnclosedMail() {
    hidden.set(QuotedMail.startIn(lines, attributions), lines.size());
  }

  private void hideQuotes() {
    for (int line = 0; line < lines.size(); line++) {
      if (lines.isQuoted(line)) {
        hidden.set(line);
        if (line == 0 || !lines.isQuoted(line - 1)) {
          hideAttributionAbove(line);
        }
      }
    }
  }

  private void hideAttributionAbove(int quote) {
    int above = quote - 1;
    while (above >= 0 && above >= quote - BLANK_LINES_BEFORE_QUOTE && lines.isBlank(above)) {
      above--;
    }
    int start = above < 0 ? -1 : attributions.startOf(above);
    if (start >= 0) {
      hidden.set(start, quote);
    }
  }

  private void hideSignatures() {
    int from = hidden.nextClearBit(0);
    while (from < lines.size()) {
      int next = hidden.nextSetBit(from);
      int to = next < 0 ? lines.size() : next;
      Signature.hide(lines, from, to, hidden);
      from = hidden.nextClearBit(to);
    }
  }

  private String shown() {
    StringBuilder shown = new StringBuilder();
    boolean blankOwed = false;
    for (int line = hidden.nextClearBit(0);
        line < lines.size();
        line = hidden.nextClearBit(line + 1)) {
      if (lines.isBlank(line)) {
        blankOwed = !shown.isEmpty();
        continue;
      }
      if (blankOwed) {
        shown.append('\n');
      }
      lines.appendTo(shown, line);
      shown.append('\n');
      blankOwed = false;
    }
    return shown.toString().strip();
  }
}
