package io.casewire.acceptance.load;

import java.util.List;
import java.util.Locale;

/** How a customer writes. */
public enum Channel {
  WEB,
  EMAIL,
  CHAT;

  /**
   * The channels of a load, taken in turn.
   *
   * @param name {@code web}, {@code email}, {@code chat} or {@code mix}
   * @throws IllegalArgumentException when it is none of these
   */
  public static List<Channel> named(String name) {
    return name.equals("mix") ? List.of(values()) : List.of(valueOf(name.toUpperCase(Locale.ROOT)));
  }

  /** The name on the wire. */
  String typedName() {
    return name().toLowerCase(Locale.ROOT);
  }
}
