package io.casewire.kit.web;

import io.casewire.kit.problem.Problem;
import org.jspecify.annotations.Nullable;

/** Text from a form, as clean as text from JSON. */
public final class FormText {

  private FormText() {}

  /** With the line ends that everything else has, and without NUL characters. */
  public static String of(@Nullable String typed) {
    return typed == null ? "" : typed.replace("\r\n", "\n").replace("\0", "");
  }

  /**
   * The same, for a field that must be filled in.
   *
   * @throws Problem 400 if it is blank or too long
   */
  public static String required(String field, @Nullable String typed, int longest) {
    String text = of(typed);
    if (text.isBlank()) {
      throw Problem.invalid(field, "must not be blank");
    }
    if (text.length() > longest) {
      throw Problem.invalid(field, "must be at most " + longest + " characters");
    }
    return text;
  }
}
