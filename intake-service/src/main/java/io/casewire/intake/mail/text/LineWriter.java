package io.casewire.intake.mail.text;

/**
 * Collects words into lines as a page shows them: any white space is one space, no two blank lines.
 */
final class LineWriter {

  private static final String QUOTE = "> ";
  private static final String BULLET = "- ";

  private final StringBuilder text = new StringBuilder();
  private final int limit;
  private boolean quoted;
  private boolean atLineStart = true;
  private boolean spaceOwed;
  private boolean bulletOwed;
  private int blankLines = 1;

  LineWriter(int limit) {
    this.limit = limit;
  }

  /** Whether the lines from here on are somebody else's words. */
  void quoted(boolean quoted) {
    line();
    this.quoted = quoted;
  }

  /** Adds text; {@code preformatted} keeps its spaces and line ends. */
  void words(String words, boolean preformatted) {
    for (int i = 0; i < words.length() && text.length() < limit; i++) {
      char c = words.charAt(i);
      if (preformatted && c == '\n') {
        lineBreak();
      } else if (!preformatted && isSpace(c)) {
        spaceOwed = !atLineStart;
      } else if (c != '\r') {
        put(c);
      }
    }
  }

  /** Starts the next words with a dash. */
  void bullet() {
    bulletOwed = true;
  }

  /** Ends the line, if it has begun. */
  void line() {
    if (!atLineStart) {
      lineBreak();
    }
  }

  /** Ends the line and leaves one blank. */
  void paragraph() {
    line();
    lineBreak();
  }

  /** Ends the line, even an empty one, but never leaves two blank ones. */
  void lineBreak() {
    if (atLineStart && blankLines > 0) {
      return;
    }
    blankLines = atLineStart ? blankLines + 1 : 0;
    text.append('\n');
    atLineStart = true;
    spaceOwed = false;
  }

  int length() {
    return text.length();
  }

  /** What was written since the text had this length. */
  String since(int length) {
    return text.substring(length);
  }

  String text() {
    return text.toString().strip();
  }

  private void put(char c) {
    if (atLineStart && quoted) {
      text.append(QUOTE);
    }
    if (bulletOwed) {
      text.append(BULLET);
    } else if (spaceOwed) {
      text.append(' ');
    }
    text.append(c);
    atLineStart = false;
    spaceOwed = false;
    bulletOwed = false;
    blankLines = 0;
  }

  private static boolean isSpace(char c) {
    return c == ' ' || c == '\t' || c == '\n' || c == '\r' || c == '\f' || c == '\u00a0';
  }
}
