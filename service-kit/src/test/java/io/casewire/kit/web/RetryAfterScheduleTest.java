package io.casewire.kit.web;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class RetryAfterScheduleTest {

  private static final Duration SOONEST = Duration.ofSeconds(2);
  private static final Duration LATEST = Duration.ofSeconds(4);

  /** A clock that only goes forward may begin anywhere, and pass through the largest number. */
  private final AtomicLong now = new AtomicLong(Long.MAX_VALUE - 10);

  private final RetryAfterSchedule schedule = new RetryAfterSchedule(2, SOONEST, LATEST, now::get);

  @Test
  void those_who_come_at_once_are_asked_back_one_after_the_other() {
    assertEquals(
        Stream.of(2000, 2500, 3000).map(Duration::ofMillis).toList(),
        List.of(schedule.next(), schedule.next(), schedule.next()));
  }

  @Test
  void nobody_is_asked_to_wait_longer_than_the_latest() {
    // When
    for (int i = 0; i < 10; i++) {
      schedule.next();
    }

    // Then
    assertEquals(LATEST, schedule.next());
  }

  @Test
  void when_all_instants_given_have_passed_the_schedule_begins_anew() {
    // Given
    for (int i = 0; i < 10; i++) {
      schedule.next();
    }

    // When
    now.addAndGet(LATEST.toNanos());

    // Then
    assertEquals(SOONEST, schedule.next());
  }

  @Test
  void between_two_refusals_time_goes_on() {
    // Given
    schedule.next();
    schedule.next();

    // When
    now.addAndGet(Duration.ofMillis(700).toNanos());

    // Then
    assertEquals(Duration.ofMillis(2300), schedule.next());
  }
}
