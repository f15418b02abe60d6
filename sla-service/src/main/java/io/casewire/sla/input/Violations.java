package io.casewire.sla.input;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/** Collects everything that is wrong with an input, so that its sender learns all of it at once. */
public final class Violations {

  private final List<Violation> found = new ArrayList<>();

  public void add(String field, String reason) {
    found.add(new Violation(field, reason));
  }

  /** The value of an inner input; empty, and its violations taken over, when it was refused. */
  public <T> Optional<T> take(Validated<T> inner) {
    return switch (inner) {
      case Validated.Valid<T>(T value) -> Optional.of(value);
      case Validated.Invalid<T>(List<Violation> wrong) -> {
        found.addAll(wrong);
        yield Optional.empty();
      }
    };
  }

  public boolean isEmpty() {
    return found.isEmpty();
  }

  /** The value, which is only built when nothing is wrong; else what is wrong. */
  public <T> Validated<T> orElse(Supplier<T> value) {
    return found.isEmpty() ? new Validated.Valid<>(value.get()) : refusal();
  }

  /** What is wrong, of an input that is known to be. */
  public <T> Validated<T> refusal() {
    return new Validated.Invalid<>(found);
  }
}
