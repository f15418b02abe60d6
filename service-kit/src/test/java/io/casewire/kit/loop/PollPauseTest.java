package io.casewire.kit.loop;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class PollPauseTest {

  private static final Duration SHORTEST = Duration.ofMillis(250);
  private static final Duration LONGEST = Duration.ofMillis(1500);

  private final PollPause pause = new PollPause(SHORTEST, LONGEST);

  @Test
  void pauses_double_while_nothing_is_found_and_never_exceed_the_longest() {
    // When
    List<Long> pauses =
        IntStream.range(0, 6).mapToObj(look -> pause.after(false).toMillis()).toList();

    // Then
    assertEquals(List.of(250L, 500L, 1000L, 1500L, 1500L, 1500L), pauses);
  }

  @Test
  void a_find_makes_the_pause_short_again() {
    // Given
    IntStream.range(0, 6).forEach(look -> pause.after(false));

    // Then
    assertEquals(SHORTEST, pause.after(true));
    assertEquals(SHORTEST.multipliedBy(2), pause.after(false));
  }

  @Test
  void a_longest_pause_under_the_shortest_means_that_pauses_do_not_grow() {
    // Given
    PollPause constant = new PollPause(SHORTEST, Duration.ofMillis(10));

    // When
    constant.after(false);

    // Then
    assertEquals(SHORTEST, constant.after(false));
  }
}
