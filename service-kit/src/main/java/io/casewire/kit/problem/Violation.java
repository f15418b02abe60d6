package io.casewire.kit.problem;

/**
 * One thing that is wrong with the input.
 *
 * @param field where, as a path such as {@code attachments[0].fileName}, or {@link #WHOLE_INPUT}
 * @param reason what the client has to change; never a part of the input itself
 */
public record Violation(String field, String reason) {

  /** The field of a violation that concerns the input as a whole. */
  public static final String WHOLE_INPUT = "$";

  String inWords() {
    return (field.equals(WHOLE_INPUT) ? "The input" : field) + " " + reason;
  }
}
