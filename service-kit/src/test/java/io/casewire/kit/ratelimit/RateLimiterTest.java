package io.casewire.kit.ratelimit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.casewire.testkit.SettableClock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class RateLimiterTest {

  private final SettableClock clock = new SettableClock(Instant.parse("2026-03-02T01:00:00Z"));
  private final RateLimiter limiter = new RateLimiter(new Limits(2, 5, 100), clock);

  private record Limits(int perSecond, int perHour, int maximumKeys) implements RateLimits {}

  @Test
  void more_than_the_limit_of_a_second_has_to_wait_for_the_next_token() {
    take(2);

    assertEquals(Optional.of(Duration.ofMillis(500)), limiter.tryTake("a"));

    clock.advance(Duration.ofMillis(500));
    assertEquals(Optional.empty(), limiter.tryTake("a"));
  }

  @Test
  void more_than_the_limit_of_an_hour_has_to_wait_longer() {
    for (int i = 0; i < 5; i++) {
      take(1);
      clock.advance(Duration.ofSeconds(1));
    }

    Duration wait = limiter.tryTake("a").orElseThrow();

    assertTrue(wait.compareTo(Duration.ofMinutes(11)) > 0, wait::toString);
    clock.advance(wait);
    assertEquals(Optional.empty(), limiter.tryTake("a"));
  }

  @Test
  void a_refusal_is_not_counted() {
    take(2);
    limiter.tryTake("a");
    limiter.tryTake("a");

    clock.advance(Duration.ofSeconds(1));

    take(2);
  }

  @Test
  void each_key_has_its_own_limits() {
    take(2);

    assertEquals(Optional.empty(), limiter.tryTake("b"));
  }

  private void take(int times) {
    for (int i = 0; i < times; i++) {
      assertEquals(Optional.empty(), limiter.tryTake("a"));
    }
  }
}
