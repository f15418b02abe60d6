package io.casewire.intake.conversation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FeedPositionTest {

  @Test
  void an_event_id_names_its_position() {
    FeedPosition position = new FeedPosition(2, 17);

    assertEquals(Optional.of(position), FeedPosition.parse(position.eventId()));
  }

  @Test
  void everything_of_a_later_case_comes_after_everything_of_an_earlier_one() {
    assertTrue(new FeedPosition(1, 9000).compareTo(FeedPosition.before(2)) < 0);
    assertTrue(new FeedPosition(2, 9).compareTo(new FeedPosition(2, 10)) < 0);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "1", "1-", "-1", "1-2-3", "x-y", "1-99999999999999999999", "１-２"})
  void anything_else_is_no_event_id(String text) {
    assertEquals(Optional.empty(), FeedPosition.parse(text));
  }
}
