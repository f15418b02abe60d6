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
    FeedPosition position = new FeedPosition(17);

    assertEquals(Optional.of(position), FeedPosition.parse(position.eventId()));
  }

  @Test
  void positions_are_in_the_order_of_their_entries() {
    assertTrue(FeedPosition.START.compareTo(new FeedPosition(1)) < 0);
    assertTrue(new FeedPosition(9).compareTo(new FeedPosition(10)) < 0);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "0", "007", "1-2", "-1", "x", "99999999999999999999", "２"})
  void anything_else_is_no_event_id_of_this_version(String text) {
    assertEquals(Optional.empty(), FeedPosition.parse(text));
  }
}
