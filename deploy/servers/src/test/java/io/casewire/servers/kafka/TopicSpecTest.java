package io.casewire.servers.kafka;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TopicSpecTest {

  @Test
  void a_spec_survives_the_way_through_a_command_line() {
    var spec = new TopicSpec("case-events", 12, TopicSpec.Cleanup.KEEP);

    assertEquals(spec, TopicSpec.parse(spec.toString()));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"case-events", "case-events:12", "case-events:0:KEEP", ":1:KEEP", "a:1:?"})
  void anything_else_is_refused(String text) {
    assertThrows(IllegalArgumentException.class, () -> TopicSpec.parse(text));
  }
}
