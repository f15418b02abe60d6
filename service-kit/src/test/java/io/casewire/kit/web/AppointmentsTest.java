package io.casewire.kit.web;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class AppointmentsTest {

  private static final Duration SOONEST = Duration.ofSeconds(2);
  private static final Duration LATEST = Duration.ofSeconds(4);

  /** A clock that only goes forward may begin anywhere, and pass through the largest number. */
  private final AtomicLong now = new AtomicLong(Long.MAX_VALUE - 10);

  private final Appointments appointments = new Appointments(2, SOONEST, LATEST, now::get);

  @Test
  void those_who_come_at_once_are_asked_back_one_after_the_other() {
    assertEquals(
        Stream.of(2000, 2500, 3000).map(Duration::ofMillis).toList(),
        List.of(appointments.next(), appointments.next(), appointments.next()));
  }

  @Test
  void nobody_is_asked_to_wait_longer_than_the_latest() {
    // When
    for (int i = 0; i < 10; i++) {
      appointments.next();
    }

    // Then
    assertEquals(LATEST, appointments.next());
  }

  @Test
  void when_the_appointments_given_are_over_they_begin_anew() {
    // Given
    for (int i = 0; i < 10; i++) {
      appointments.next();
    }

    // When
    now.addAndGet(LATEST.toNanos());

    // Then
    assertEquals(SOONEST, appointments.next());
  }

  @Test
  void between_appointments_time_goes_on() {
    // Given
    appointments.next();
    appointments.next();

    // When
    now.addAndGet(Duration.ofMillis(700).toNanos());

    // Then
    assertEquals(Duration.ofMillis(2300), appointments.next());
  }
}
