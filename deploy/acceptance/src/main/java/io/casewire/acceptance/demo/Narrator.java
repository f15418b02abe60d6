package io.casewire.acceptance.demo;

import java.io.PrintStream;
import java.util.Locale;
import java.util.ResourceBundle;

/** Tells a story in one language, in the words of {@code narration_<language>.properties}. */
final class Narrator {

  private static final String BUNDLE = "io.casewire.acceptance.demo.narration";

  private final PrintStream out;
  private final Locale locale;
  private final ResourceBundle words;

  Narrator(Locale locale, PrintStream out) {
    this.locale = locale;
    this.out = out;
    this.words = ResourceBundle.getBundle(BUNDLE, locale);
  }

  /** The language of the story and of its customers. */
  String language() {
    return locale.getLanguage();
  }

  /** The words of this name, with values in their places. */
  String words(String key, Object... values) {
    return words.getString(key).formatted(values);
  }

  /** Begins a chapter. */
  void chapter(String key, Object... values) {
    out.printf("%n== %s%n", words(key, values));
  }

  /** Tells one step. */
  void tell(String key, Object... values) {
    out.println("  · " + words(key, values));
  }

  /** Shows what somebody wrote or what a service answered. */
  void quote(String text) {
    text.lines().filter(line -> !line.isBlank()).forEach(line -> out.println("      │ " + line));
  }
}
