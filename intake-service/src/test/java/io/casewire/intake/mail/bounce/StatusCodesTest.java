package io.casewire.intake.mail.bounce;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class StatusCodesTest {

  @ParameterizedTest
  @ValueSource(strings = {"5.1.1", "5.1.2", "5.1.10", "5.2.1", "5.4.4"})
  void an_address_is_gone_when_the_code_speaks_of_its_mailbox_or_domain(String code) {
    assertTrue(StatusCodes.meanAddressIsGone(code));
  }

  @ParameterizedTest
  @ValueSource(strings = {"5.2.2", "5.7.1", "4.2.2", "4.4.7", "5.1.8", "5.0.0"})
  void it_is_not_when_the_mailbox_is_full_the_mail_unwanted_or_our_sender_at_fault(String code) {
    assertFalse(StatusCodes.meanAddressIsGone(code));
  }

  @Test
  void a_version_or_an_address_of_the_internet_is_no_code() {
    assertEquals(
        Optional.of("5.1.1"),
        StatusCodes.firstIn("MTA 15.1.2375.18 at 192.5.1.4 said 550 5.1.1 unknown"));
  }
}
