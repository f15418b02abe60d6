package io.casewire.events;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WordsTest {

  private static final List<String> KINDS = List.of("status", "priority", "category", "metric");

  @ParameterizedTest
  @ValueSource(strings = {"en", "zh"})
  void every_value_that_pages_show_has_a_name_in_every_language(String language)
      throws IOException {
    Set<String> needed = new TreeSet<>();
    Stream.of(
            names("status", CaseStatus.values(), CaseStatus::wireName),
            names("priority", Priority.values(), Priority::wireName),
            names("category", Category.values(), Category::wireName),
            names("metric", SlaMetric.values(), SlaMetric::wireName))
        .forEach(needed::addAll);

    assertEquals(needed, keys(language));
  }

  private static <T> List<String> names(String kind, T[] values, Function<T, String> wireName) {
    return Arrays.stream(values).map(value -> kind + "." + wireName.apply(value)).toList();
  }

  private static Set<String> keys(String language) throws IOException {
    Properties words = new Properties();
    Path file = Path.of("src/main/resources/words/contract_%s.properties".formatted(language));
    try (var reader = Files.newBufferedReader(file)) {
      words.load(reader);
    }
    Set<String> keys = new TreeSet<>(words.stringPropertyNames());
    keys.removeIf(key -> !KINDS.contains(key.substring(0, key.indexOf('.'))));
    return keys;
  }
}
