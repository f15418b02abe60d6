package io.casewire.intake.form;

import io.casewire.intake.attachment.ReceivedFile;
import io.casewire.kit.id.Ids;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * A form as a browser posted it ({@code multipart/form-data}, RFC 7578).
 *
 * <p>Guarantees: texts are valid Unicode without NUL, with plain line feeds as line ends; files
 * that were left empty are not there.
 *
 * @param fields by name; the first wins where a name stands twice
 * @param tooLarge whether files are missing because they exceed what is taken; the fields that
 *     stand before them in the form are all there, so that nothing typed is lost
 */
public record PostedForm(Map<String, String> fields, List<ReceivedFile> files, boolean tooLarge) {

  private static final Pattern NUMBER = Pattern.compile("[0-9a-f-]{36}");

  public PostedForm {
    fields = Map.copyOf(fields);
    files = List.copyOf(files);
  }

  /** The text of a field without blanks around it; empty if there is no such field. */
  public String text(String field) {
    return fields.getOrDefault(field, "").strip();
  }

  /**
   * The number in the form's hidden field, by which two posts of one form are one; a new number if
   * the field holds none.
   */
  public String submission() {
    String number = text("submission");
    return NUMBER.matcher(number).matches() ? number : newSubmission();
  }

  /** A number for a form that is shown for the first time. */
  public static String newSubmission() {
    return Ids.next().toString();
  }
}
