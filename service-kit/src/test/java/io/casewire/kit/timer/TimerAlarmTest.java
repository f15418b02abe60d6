package io.casewire.kit.timer;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Instant;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class TimerAlarmTest {

  private static final Instant SOON = Instant.parse("2026-01-01T00:00:01Z");
  private static final Instant LATER = SOON.plusSeconds(1);

  private final AtomicInteger wakings = new AtomicInteger();
  private final TimerAlarm alarm = new TimerAlarm();

  @BeforeEach
  void listen() {
    alarm.onEarlier(wakings::incrementAndGet);
  }

  @Test
  void only_an_earlier_timer_wakes_the_loop() {
    // Given
    alarm.looking();
    alarm.looked(SOON);

    // Then
    alarm.noLaterThan(LATER);
    assertEquals(0, wakings.get());
    alarm.noLaterThan(SOON.minusMillis(1));
    assertEquals(1, wakings.get());
  }

  @Test
  void a_timer_that_is_set_while_the_loop_looks_is_not_overlooked() {
    // Given
    alarm.looking();

    // When
    alarm.noLaterThan(SOON);

    // Then
    assertEquals(SOON, alarm.looked(LATER));
    assertEquals(0, wakings.get());
  }
}
