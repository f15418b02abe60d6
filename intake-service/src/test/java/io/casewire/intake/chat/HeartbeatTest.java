package io.casewire.intake.chat;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class HeartbeatTest {

  private final List<String> log = new ArrayList<>();
  private final Heartbeat heartbeat = new Heartbeat(() -> log.add("beat"), () -> log.add("silent"));

  @Test
  void an_end_that_answers_is_kept_for_ever() {
    for (int beat = 0; beat < 5; beat++) {
      heartbeat.tick();
      heartbeat.heard();
    }

    assertEquals(List.of("beat", "beat", "beat", "beat", "beat"), log);
  }

  @Test
  void an_end_that_leaves_two_beats_unanswered_is_given_up() {
    heartbeat.tick();
    heartbeat.heard();

    heartbeat.tick();
    heartbeat.tick();
    heartbeat.tick();

    assertEquals(List.of("beat", "beat", "beat", "silent"), log);
  }
}
