package io.casewire.kit.inbox;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class PositionTest {

  private static final Instant THEN = Instant.parse("2026-03-01T08:00:00Z");
  private static final UUID LAST = id(THEN, 1);
  private static final Position HUNDRED = new Position(100, LAST);

  @Test
  void the_same_event_again_is_a_repeat() {
    assertContradicted(false, 100, LAST);
  }

  @Test
  void another_event_under_the_same_number_is_none() {
    assertContradicted(true, 100, id(THEN, 2));
  }

  @Test
  void an_older_event_under_a_lower_number_is_a_repeat() {
    assertContradicted(false, 91, id(THEN.minusSeconds(60), 1));
  }

  @Test
  void an_event_under_a_lower_number_that_was_made_after_the_last_one_is_none() {
    assertContradicted(true, 91, id(THEN.plus(Duration.ofMinutes(10)), 1));
  }

  @Test
  void clocks_of_replicas_may_differ_by_some_seconds() {
    assertContradicted(false, 99, id(THEN.plusSeconds(10), 1));
  }

  @Test
  void a_later_number_contradicts_nothing() {
    assertContradicted(false, 101, id(THEN.plusSeconds(100), 1));
  }

  @Test
  void without_the_last_id_numbers_alone_tell() {
    assertEquals(
        false, new Position(100, null).isContradictedBy(Events.envelope("case", 100, id(THEN, 2))));
  }

  private static void assertContradicted(boolean expected, long sequence, UUID id) {
    assertEquals(expected, HUNDRED.isContradictedBy(Events.envelope("case", sequence, id)));
  }

  private static UUID id(Instant time, long rest) {
    return new UUID(time.toEpochMilli() << 16 | 0x7000, 0x8000000000000000L | rest);
  }
}
