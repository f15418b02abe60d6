package io.casewire.routing.roster;

import io.casewire.kit.problem.Problem;
import io.casewire.routing.directory.LanguageLevel;
import io.casewire.routing.directory.Presence;
import io.casewire.routing.directory.Strategy;
import java.util.Arrays;
import java.util.function.Function;

/** Reads the names that the interface has for values of the domain. */
final class WireNames {

  private WireNames() {}

  static Presence presence(String field, String text) {
    return find(field, Presence.values(), Presence::wireName, text);
  }

  static Strategy strategy(String field, String text) {
    return find(field, Strategy.values(), Strategy::wireName, text);
  }

  static LanguageLevel level(String field, String text) {
    return find(field, LanguageLevel.values(), LanguageLevel::wireName, text);
  }

  private static <E> E find(String field, E[] values, Function<E, String> name, String text) {
    return Arrays.stream(values)
        .filter(value -> name.apply(value).equals(text))
        .findFirst()
        .orElseThrow(() -> Problem.invalid(field, "must be one of " + Words.list(values, name)));
  }
}
