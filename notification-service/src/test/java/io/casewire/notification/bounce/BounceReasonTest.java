package io.casewire.notification.bounce;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BounceReasonTest {

  @ParameterizedTest
  @CsvSource({
    "5.1.1,unknown-mailbox",
    "5.1.10,unknown-mailbox",
    "5.2.2,mailbox-full",
    "4.2.2,mailbox-full",
    "5.7.1,returned",
    "nonsense,returned",
    ",returned"
  })
  void a_status_is_told_as_a_code(String status, String code) {
    assertEquals(code, BounceReason.of(status).code());
  }
}
