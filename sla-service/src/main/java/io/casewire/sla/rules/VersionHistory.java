package io.casewire.sla.rules;

import java.time.Instant;
import java.util.Collection;
import java.util.NavigableMap;
import java.util.TreeMap;

/**
 * When the versions of one definition came into force.
 *
 * @param definedAt by version
 */
record VersionHistory(NavigableMap<Long, Instant> definedAt) {

  VersionHistory() {
    this(new TreeMap<>());
  }

  void add(long version, Instant definedAt) {
    this.definedAt.put(version, definedAt);
  }

  Collection<Long> versions() {
    return definedAt.keySet();
  }

  /** The version in force at an instant; before the first one it is the first one. */
  long at(Instant instant) {
    return definedAt.descendingMap().entrySet().stream()
        .filter(version -> !version.getValue().isAfter(instant))
        .findFirst()
        .orElseGet(definedAt::firstEntry)
        .getKey();
  }
}
