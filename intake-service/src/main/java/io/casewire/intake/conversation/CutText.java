package io.casewire.intake.conversation;

import java.util.Iterator;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The part of a mail's text that its message does not show: quoted mails and signatures. */
final class CutText {

  private CutText() {}

  /**
   * The lines of the whole text that are not shown, in their order; null when nothing was cut.
   *
   * @param full null when all of it is shown
   * @param shown lines of {@code full} in their order, and perhaps a notice below
   * @param most characters
   */
  static @Nullable String of(@Nullable String full, String shown, int most) {
    if (full == null) {
      return null;
    }
    Iterator<String> next = shown.lines().map(String::strip).filter(l -> !l.isEmpty()).iterator();
    String[] awaited = {next.hasNext() ? next.next() : null};
    String cut =
        full.lines()
            .filter(
                line -> {
                  boolean isShown = line.strip().equals(awaited[0]);
                  if (isShown) {
                    awaited[0] = next.hasNext() ? next.next() : null;
                  }
                  return !isShown;
                })
            .collect(Collectors.joining("\n"))
            .strip();
    return cut.isEmpty() ? null : shorten(cut, most);
  }

  private static String shorten(String text, int most) {
    if (text.length() <= most) {
      return text;
    }
    return text.substring(0, Character.isHighSurrogate(text.charAt(most - 1)) ? most - 1 : most);
  }
}
