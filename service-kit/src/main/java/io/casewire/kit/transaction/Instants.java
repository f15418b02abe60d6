package io.casewire.kit.transaction;

import java.time.Instant;
import java.time.OffsetDateTime;

/** Reads a {@code timestamptz} of a native query, which comes as one type or the other. */
public final class Instants {

  private Instants() {}

  /**
   * The value as an instant.
   *
   * @throws IllegalArgumentException if it is no point in time
   */
  public static Instant of(Object value) {
    return switch (value) {
      case Instant instant -> instant;
      case OffsetDateTime time -> time.toInstant();
      default -> throw new IllegalArgumentException("no instant: " + value.getClass());
    };
  }
}
