package io.casewire.intake.mail.text;

import java.util.Arrays;
import java.util.regex.Pattern;

/**
 * A text as numbered lines. Lines are never copied: patterns run on the text itself within a line's
 * bounds, and never on a line longer than any marker can be, so that reading all lines takes time
 * in proportion to the text.
 */
final class TextLines {

  // No separator, attribution or header label is longer.
  private static final int LONGEST_MARKER = 500;

  private final CharSequence text;
  private int[] starts = new int[64];
  private int[] contentStarts = new int[64];
  private int[] contentEnds = new int[64];
  private int size;

  TextLines(CharSequence text) {
    this.text = text;
    int length = text.length();
    int start = 0;
    for (int i = 0; i < length; i++) {
      if (text.charAt(i) == '\n') {
        add(start, i);
        start = i + 1;
      }
    }
    add(start, length);
  }

  int size() {
    return size;
  }

  boolean isBlank(int line) {
    return contentStarts[line] == contentEnds[line];
  }

  /** Whether the line repeats somebody else's words ({@code > text}). */
  boolean isQuoted(int line) {
    int start = contentStarts[line];
    return start < contentEnds[line]
        && start - starts[line] <= 3
        && text.charAt(start) == '>'
        && !isEscapedFrom(line);
  }

  boolean endsWith(int line, char c) {
    return !isBlank(line) && text.charAt(contentEnds[line] - 1) == c;
  }

  /** Whether the pattern matches the whole line, without the space around it. */
  boolean matches(int line, Pattern pattern) {
    return matches(line, line, pattern);
  }

  /** Whether the pattern matches the whole of these lines, line ends included. */
  boolean matches(int first, int last, Pattern pattern) {
    int start = contentStarts[first];
    int end = contentEnds[last];
    return start < end
        && end - start <= LONGEST_MARKER
        && pattern.matcher(text).region(start, end).matches();
  }

  /** Whether a character stands somewhere in these lines. */
  boolean contain(int first, int last, char c) {
    for (int i = contentStarts[first]; i < contentEnds[last]; i++) {
      if (text.charAt(i) == c) {
        return true;
      }
    }
    return false;
  }

  /** Whether the sender's program left the space that marks a signature ({@code "-- "}). */
  boolean hasTrailingSpace(int line) {
    int end = contentEnds[line];
    return end < text.length() && text.charAt(end) == ' ';
  }

  void appendTo(StringBuilder out, int line) {
    out.append(text, starts[line], contentEnds[line]);
  }

  // "From" at a line's start is escaped by some mail stores; the words are the sender's own.
  private boolean isEscapedFrom(int line) {
    int start = contentStarts[line];
    return contentEnds[line] - start > 6
        && text.charAt(start + 1) == 'F'
        && text.charAt(start + 2) == 'r'
        && text.charAt(start + 3) == 'o'
        && text.charAt(start + 4) == 'm'
        && text.charAt(start + 5) == ' ';
  }

  private void add(int start, int end) {
    if (size == starts.length) {
      starts = Arrays.copyOf(starts, size * 2);
      contentStarts = Arrays.copyOf(contentStarts, size * 2);
      contentEnds = Arrays.copyOf(contentEnds, size * 2);
    }
    int from = start;
    while (from < end && isSpace(text.charAt(from))) {
      from++;
    }
    int to = end;
    while (to > from && isSpace(text.charAt(to - 1))) {
      to--;
    }
    starts[size] = start;
    contentStarts[size] = from;
    contentEnds[size] = to;
    size++;
  }

  private static boolean isSpace(char c) {
    return Character.isWhitespace(c) || Character.isSpaceChar(c) || c == '\ufeff';
  }
}
