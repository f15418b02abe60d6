package io.casewire.events;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** Lists of the contract are never null and never change. */
final class Copies {

  private Copies() {}

  static <T> List<T> of(@Nullable List<T> list) {
    return list == null ? List.of() : List.copyOf(list);
  }
}
