package io.casewire.kit.web;

import java.util.Set;

/** A set of paths, in which {@code /case/*} stands for everything below {@code /case/}. */
record RequestPaths(Set<String> patterns) {

  private static final String BELOW = "/*";

  boolean contain(String path) {
    return patterns.stream()
        .anyMatch(
            pattern ->
                pattern.endsWith(BELOW)
                    ? path.startsWith(pattern.substring(0, pattern.length() - 1))
                    : path.equals(pattern));
  }
}
