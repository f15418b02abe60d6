package io.casewire.kit.loop;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class BackoffTest {

  private static final Duration LONGEST = Duration.ofSeconds(8);

  private final Backoff backoff = new Backoff(LONGEST, new Random(20260302));

  @Test
  void pauses_double_up_to_the_longest_and_are_never_under_half_of_it() {
    Duration first = backoff.next();
    IntStream.range(0, 10).forEach(again -> backoff.next());
    Duration last = backoff.next();

    assertTrue(first.compareTo(Duration.ofMillis(500)) <= 0, first::toString);
    assertTrue(last.compareTo(LONGEST.dividedBy(2)) >= 0, last::toString);
    assertTrue(last.compareTo(LONGEST) <= 0, last::toString);
  }

  @Test
  void after_success_they_begin_anew() {
    IntStream.range(0, 10).forEach(again -> backoff.next());

    backoff.reset();

    assertEquals(0, backoff.next().toSeconds());
  }
}
