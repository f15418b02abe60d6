package io.casewire.routing.directory;

import java.util.Collection;
import java.util.Collections;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** Copies that can not change and always list their entries in the same order. */
final class Copies {

  private Copies() {}

  static <T extends Comparable<T>> Set<T> of(Collection<T> values) {
    return Collections.unmodifiableSet(new TreeSet<>(values));
  }

  static <V> Map<String, V> of(Map<String, V> values) {
    return Collections.unmodifiableMap(new TreeMap<>(values));
  }
}
