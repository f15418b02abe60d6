package io.casewire.intake.form;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The errors of a form, in words for its reader.
 *
 * @param general about the form as a whole
 * @param byField by the field's name in the form
 */
public record FormErrors(@Nullable String general, Map<String, String> byField) {

  public FormErrors {
    byField = Map.copyOf(byField);
  }

  /** A form without errors. */
  public static FormErrors none() {
    return new FormErrors(null, Map.of());
  }

  static FormErrors ofForm(String words) {
    return new FormErrors(words, Map.of());
  }

  static FormErrors ofField(String field, String words) {
    return new FormErrors(null, Map.of(field, words));
  }

  /** A field's error; null if it has none. */
  public @Nullable String of(String field) {
    return byField.get(field);
  }
}
