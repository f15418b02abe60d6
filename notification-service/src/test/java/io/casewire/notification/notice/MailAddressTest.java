package io.casewire.notification.notice;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Optional;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MailAddressTest {

  @Test
  void an_internationalised_domain_is_written_as_in_dns() {
    assertEquals(Optional.of("wei@xn--fiqs8s"), MailAddress.parse("wei@中国").map(Object::toString));
  }

  @Test
  void a_mailbox_is_the_address_without_its_detail() {
    assertEquals(
        Optional.of("wei.zhang@mail.example"),
        MailAddress.parse("Wei.Zhang+bank@Mail.example").map(a -> a.mailbox().toString()));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "wei",
        "@mail.example",
        "wei@",
        "wei zhang@mail.example",
        "wei@mail.example, tom@mail.example",
        "<wei@mail.example>",
        "wei@mail.example\r\nBcc: tom@mail.example",
        "wei@mail..example",
        "韦@mail.example"
      })
  void what_no_mail_can_go_to_is_no_address(String text) {
    assertEquals(Optional.empty(), MailAddress.parse(text));
  }

  @Test
  void a_local_part_of_more_than_64_characters_is_refused() {
    assertEquals(Optional.empty(), MailAddress.parse("a".repeat(65) + "@mail.example"));
  }

  @Property(seed = "42")
  void an_address_never_carries_a_blank_a_line_break_or_a_bracket(@ForAll String text) {
    assertTrue(
        MailAddress.parse(text + "@mail.example")
            .map(MailAddress::toString)
            .filter(address -> address.matches("(?s).*[\\s<>,;:\\p{Cntrl}].*"))
            .isEmpty());
  }
}
