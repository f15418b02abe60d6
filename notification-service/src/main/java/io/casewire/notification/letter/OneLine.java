package io.casewire.notification.letter;

import java.util.regex.Pattern;

/** Text from outside on its way into a header, where a line break would begin another header. */
final class OneLine {

  private static final Pattern BREAKS = Pattern.compile("[\\p{Cc}\\p{Zl}\\p{Zp}\\s]+");

  private OneLine() {}

  static String of(String text) {
    return BREAKS.matcher(text).replaceAll(" ").strip();
  }
}
