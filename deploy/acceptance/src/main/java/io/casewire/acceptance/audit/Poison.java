package io.casewire.acceptance.audit;

import io.casewire.acceptance.stack.LocalStack;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** The marked records of the stream, and where each of them must be set aside. */
final class Poison {

  private static final String SOURCES = "/casewire/";

  private final Map<String, Set<String>> keysOfService = new HashMap<>();

  Poison() {
    LocalStack.SERVICES.forEach(service -> keysOfService.put(service, new TreeSet<>()));
  }

  /**
   * A marked record was seen.
   *
   * @param key of the record, and so of what has to be set aside
   * @param source who seems to have sent it, which passes it over; none if it has no envelope
   */
  void add(String key, @Nullable String source) {
    keysOfService.forEach(
        (service, keys) -> {
          if (!Objects.equals(source, SOURCES + service)) {
            keys.add("inbox " + key);
          }
        });
  }

  /**
   * Compares what a service has set aside with what it should.
   *
   * @param items queue and key of each
   */
  Finding compare(String service, List<String> items) {
    Set<String> expected = keysOfService.getOrDefault(service, Set.of());
    List<String> differences = new ArrayList<>();
    expected.stream()
        .filter(key -> !items.contains(key))
        .map(key -> "not " + key)
        .forEach(differences::add);
    items.stream().filter(item -> !expected.contains(item)).forEach(differences::add);
    return Finding.of("only what was poisoned is set aside in " + service, differences);
  }
}
