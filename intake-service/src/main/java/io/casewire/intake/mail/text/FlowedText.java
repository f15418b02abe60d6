package io.casewire.intake.mail.text;

/** Text of {@code format=flowed} (RFC 3676): lines that the sender's program wrapped are joined. */
public final class FlowedText {

  private FlowedText() {}

  /**
   * The text with soft line ends taken out. Quoted lines keep their ends: they are only told apart
   * from the answer, not read as prose.
   *
   * @param text with {@code \n} line ends
   * @param deleteSpace the {@code delsp} parameter: the space of a soft end is not part of the text
   */
  public static String joined(String text, boolean deleteSpace) {
    StringBuilder joined = new StringBuilder(text.length());
    int start = 0;
    while (start < text.length()) {
      int end = text.indexOf('\n', start);
      int lineEnd = end < 0 ? text.length() : end;
      appendLine(joined, text, start, lineEnd, deleteSpace, end >= 0);
      start = lineEnd + 1;
    }
    return joined.toString();
  }

  private static void appendLine(
      StringBuilder joined, String text, int start, int end, boolean deleteSpace, boolean ended) {
    // A leading space was stuffed by the sender where the line would otherwise mean something.
    int from = start < end && text.charAt(start) == ' ' ? start + 1 : start;
    boolean soft = ended && isSoft(text, start, end);
    joined.append(text, from, soft && deleteSpace ? end - 1 : end);
    if (ended && !soft) {
      joined.append('\n');
    }
  }

  private static boolean isSoft(String text, int start, int end) {
    boolean signature = end - start == 3 && text.startsWith("-- ", start);
    return end > start && text.charAt(end - 1) == ' ' && text.charAt(start) != '>' && !signature;
  }
}
