package io.casewire.testkit;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class SettableClockTest {

  private static final Instant MORNING = Instant.parse("2026-03-02T01:00:00Z");

  @Test
  void it_stands_still_until_it_is_moved() {
    var clock = new SettableClock(MORNING);
    assertEquals(MORNING, clock.instant());

    clock.advance(Duration.ofHours(8));

    assertEquals(MORNING.plus(Duration.ofHours(8)), clock.instant());
  }

  @Test
  void it_can_go_back() {
    var clock = new SettableClock(MORNING);

    clock.set(MORNING.minusSeconds(1));

    assertEquals(MORNING.minusSeconds(1), clock.instant());
  }
}
