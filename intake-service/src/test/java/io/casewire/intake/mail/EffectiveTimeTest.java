package io.casewire.intake.mail;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class EffectiveTimeTest {

  private static final Instant RECEIVED = Instant.parse("2026-03-02T10:00:00Z");

  @Test
  void a_claim_within_the_hour_is_believed() {
    assertEquals(before(20), EffectiveTime.of(before(20), RECEIVED, null));
  }

  @Test
  void an_older_claim_is_an_hour_and_a_later_one_is_now() {
    assertEquals(before(60), EffectiveTime.of(before(61), RECEIVED, null));
    assertEquals(RECEIVED, EffectiveTime.of(before(-1), RECEIVED, null));
  }

  @Test
  void nobodys_claim_is_the_time_of_receipt() {
    assertEquals(RECEIVED, EffectiveTime.of(null, RECEIVED, null));
  }

  @Test
  void no_message_is_older_than_its_case() {
    assertEquals(before(5), EffectiveTime.of(before(20), RECEIVED, before(5)));
  }

  private static Instant before(int minutes) {
    return RECEIVED.minus(Duration.ofMinutes(minutes));
  }
}
