package io.casewire.intake.form;

import io.casewire.kit.id.Ids;
import java.util.regex.Pattern;

/** The number that a form carries in a hidden field; it makes two posts of the form one. */
public final class Submission {

  private static final String FIELD = "submission";
  private static final Pattern NUMBER = Pattern.compile("[0-9a-f-]{36}");

  private Submission() {}

  /** A number for a form that is shown for the first time. */
  public static String next() {
    return Ids.next().toString();
  }

  /** The number of a posted form; a new one if somebody has spoilt it. */
  public static String of(PostedForm posted) {
    String number = posted.text(FIELD);
    return NUMBER.matcher(number).matches() ? number : next();
  }
}
