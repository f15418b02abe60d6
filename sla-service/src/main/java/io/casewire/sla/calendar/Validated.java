package io.casewire.sla.calendar;

import java.util.List;

/** The outcome of reading an input: a value that keeps its type's promises, or what is wrong. */
public sealed interface Validated<T> {

  /** Nothing is wrong. */
  record Valid<T>(T value) implements Validated<T> {}

  /**
   * The input was refused.
   *
   * @param violations at least one, in the order of the input
   */
  record Invalid<T>(List<Violation> violations) implements Validated<T> {

    public Invalid {
      violations = List.copyOf(violations);
    }
  }
}
