package io.casewire.sla.input;

/**
 * One thing that is wrong with what was sent.
 *
 * @param field path from the root of the input, for example {@code holidays[2].hours[0]}
 * @param reason what the field has to be, in words for the sender
 */
public record Violation(String field, String reason) {

  /** The same violation seen from an enclosing object that holds the input in {@code parent}. */
  public Violation under(String parent) {
    return new Violation(parent + "." + field, reason);
  }
}
