package io.casewire.sla.input;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The words that an interface has for the constants of an enum.
 *
 * @param constants in the order they are listed in when a word is unknown
 */
public record Vocabulary<E extends Enum<E>>(List<E> constants, Function<E, String> word) {

  public Vocabulary {
    constants = List.copyOf(constants);
  }

  /** All constants of an enum. */
  public static <E extends Enum<E>> Vocabulary<E> of(E[] constants, Function<E, String> word) {
    return new Vocabulary<>(Arrays.asList(constants), word);
  }

  /** The constant of this word, exactly as written. */
  public Optional<E> find(@Nullable String text) {
    return constants.stream().filter(constant -> word.apply(constant).equals(text)).findFirst();
  }

  /** The constant of this word; an unknown one becomes a violation of {@code field}. */
  public Optional<E> read(String field, @Nullable String text, Violations violations) {
    Optional<E> found = find(text);
    if (found.isEmpty()) {
      violations.add(field, "must be one of " + constants.stream().map(word).toList());
    }
    return found;
  }
}
