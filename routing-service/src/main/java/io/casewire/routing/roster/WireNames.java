package io.casewire.routing.roster;

import io.casewire.events.wire.WireName;
import io.casewire.kit.problem.Problem;
import io.casewire.routing.directory.LanguageLevel;
import io.casewire.routing.directory.Presence;
import io.casewire.routing.directory.Strategy;

/** Reads the names that the interface has for values of the domain. */
final class WireNames {

  private WireNames() {}

  static Presence presence(String field, String text) {
    return find(field, Presence.class, text);
  }

  static Strategy strategy(String field, String text) {
    return find(field, Strategy.class, text);
  }

  static LanguageLevel level(String field, String text) {
    return find(field, LanguageLevel.class, text);
  }

  private static <E extends WireName> E find(String field, Class<E> type, String text) {
    return WireName.find(type, text)
        .orElseThrow(
            () ->
                Problem.invalid(
                    field, "must be one of " + Words.list(type.getEnumConstants(), E::wireName)));
  }
}
