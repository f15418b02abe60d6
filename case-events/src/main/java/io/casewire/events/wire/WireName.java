package io.casewire.events.wire;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/**
 * An enum whose constants have a name outside of Java: in events, interfaces and tables. {@code
 * PASSWORD_RESET} is {@code password-reset} there. The name is part of the contract: the approved
 * samples fail when a constant is renamed.
 */
public interface WireName {

  /** The name of the constant in Java. */
  String name();

  /** The name in events and in every interface. */
  @JsonValue
  default String wireName() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** The constant of this wire name, or empty if the enum has none. */
  static <E extends WireName> Optional<E> find(Class<E> type, String wireName) {
    return Arrays.stream(type.getEnumConstants())
        .filter(constant -> constant.wireName().equals(wireName))
        .findFirst();
  }
}
