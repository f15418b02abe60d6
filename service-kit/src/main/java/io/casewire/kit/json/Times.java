package io.casewire.kit.json;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;

/** Reads RFC 3339 times: with an offset, and with a year of four digits. */
final class Times {

  private static final int LAST_YEAR = 9999;

  private Times() {}

  static Instant instant(String text) {
    return offsetDateTime(text).toInstant();
  }

  static OffsetDateTime offsetDateTime(String text) {
    OffsetDateTime time = OffsetDateTime.parse(text);
    if (time.getYear() < 0 || time.getYear() > LAST_YEAR) {
      throw new DateTimeException("year out of range");
    }
    return time;
  }
}
