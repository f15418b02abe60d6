package io.casewire.sla.rules;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Instant;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class VersionHistoryTest {

  private static final Instant NINE = Instant.parse("2026-11-23T09:00:00Z");
  private static final Instant TEN = Instant.parse("2026-11-23T10:00:00Z");

  private final VersionHistory history = new VersionHistory();

  @BeforeEach
  void two_versions() {
    history.add(4, NINE);
    history.add(5, TEN);
  }

  @Test
  void a_version_is_in_force_until_the_next_one() {
    assertEquals(4, history.at(NINE));
    assertEquals(4, history.at(TEN.minusNanos(1000)));
    assertEquals(5, history.at(TEN));
    assertEquals(5, history.at(Instant.MAX));
  }

  @Test
  void what_happened_before_anything_was_defined_goes_by_the_first_version() {
    assertEquals(4, history.at(NINE.minusSeconds(1)));
  }

  @Test
  void a_version_that_a_clock_set_back_has_dated_too_early_takes_the_place_of_the_older_one() {
    history.add(6, NINE.minusSeconds(1));

    assertEquals(6, history.at(NINE));
  }
}
