package io.casewire.sla.input;

import java.util.List;

/** The outcome of reading an input: a value that keeps its type's promises, or what is wrong. */
public sealed interface Validated<T> {

  /** The same outcome for an input that is held in a field of a larger one. */
  Validated<T> under(String parent);

  /** Nothing is wrong. */
  record Valid<T>(T value) implements Validated<T> {

    @Override
    public Validated<T> under(String parent) {
      return this;
    }
  }

  /**
   * The input was refused.
   *
   * @param violations at least one, in the order of the input
   */
  record Invalid<T>(List<Violation> violations) implements Validated<T> {

    public Invalid {
      violations = List.copyOf(violations);
    }

    @Override
    public Validated<T> under(String parent) {
      return new Invalid<>(violations.stream().map(one -> one.under(parent)).toList());
    }
  }
}
