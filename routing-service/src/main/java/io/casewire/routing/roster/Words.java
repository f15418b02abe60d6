package io.casewire.routing.roster;

import io.casewire.routing.directory.LanguageLevel;
import java.util.Arrays;
import java.util.Collection;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Lists of ids and of languages as they are kept: with blanks in between. */
final class Words {

  private static final String BLANK = " ";
  private static final String EQUALS = "=";

  private Words() {}

  static String join(Collection<String> words) {
    return String.join(BLANK, words);
  }

  static Set<String> split(String text) {
    return text.isEmpty() ? Set.of() : Set.of(text.split(BLANK));
  }

  static String joinLevels(Map<String, LanguageLevel> levels) {
    return levels.entrySet().stream()
        .map(entry -> entry.getKey() + EQUALS + entry.getValue().name())
        .collect(Collectors.joining(BLANK));
  }

  static Map<String, LanguageLevel> splitLevels(String text) {
    return split(text).stream()
        .map(entry -> entry.split(EQUALS))
        .collect(Collectors.toMap(pair -> pair[0], pair -> LanguageLevel.valueOf(pair[1])));
  }

  /** Wire names for a message to a client. */
  static <E> String list(E[] values, Function<E, String> name) {
    return Arrays.stream(values).map(name).collect(Collectors.joining(", "));
  }
}
