package io.casewire.routing.casework;

import java.time.Instant;
import java.util.Arrays;
import java.util.Collections;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;

/** The due instants of a case's running clocks. */
record Deadlines(Map<UUID, Instant> byClock) {

  private static final String BLANK = " ";
  private static final String EQUALS = "=";

  Deadlines {
    byClock = Collections.unmodifiableMap(new TreeMap<>(byClock));
  }

  /** Reads what {@link #text} wrote. */
  static Deadlines parse(String text) {
    if (text.isEmpty()) {
      return new Deadlines(Map.of());
    }
    return new Deadlines(
        Arrays.stream(text.split(BLANK))
            .map(entry -> entry.split(EQUALS))
            .collect(
                Collectors.toMap(
                    pair -> UUID.fromString(pair[0]), pair -> Instant.parse(pair[1]))));
  }

  /** The form in which it is kept. */
  String text() {
    return byClock.entrySet().stream()
        .map(entry -> entry.getKey() + EQUALS + entry.getValue())
        .collect(Collectors.joining(BLANK));
  }

  Deadlines with(UUID clock, Instant dueAt) {
    Map<UUID, Instant> changed = new TreeMap<>(byClock);
    changed.put(clock, dueAt);
    return new Deadlines(changed);
  }

  Deadlines without(UUID clock) {
    Map<UUID, Instant> changed = new TreeMap<>(byClock);
    changed.remove(clock);
    return new Deadlines(changed);
  }

  Optional<Instant> earliest() {
    return byClock.values().stream().min(Instant::compareTo);
  }
}
