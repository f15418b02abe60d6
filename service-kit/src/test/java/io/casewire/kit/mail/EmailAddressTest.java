package io.casewire.kit.mail;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Optional;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class EmailAddressTest {

  @ParameterizedTest
  @CsvSource(
      quoteCharacter = '|',
      value = {
        "wei@mail.example,wei@mail.example",
        "data-request@shop.example,data-request@shop.example",
        "a..b.@docomo.example,\"a..b.\"@docomo.example",
        ".wei@mail.example,\".wei\"@mail.example",
        "\"a..b.\"@docomo.example,\"a..b.\"@docomo.example",
        "\"wei\"@mail.example,wei@mail.example",
        "\"wei\\.zhang\"@mail.example,wei.zhang@mail.example",
        "\"wei zhang\"@mail.example,\"wei zhang\"@mail.example",
        "\"a@b\"@mail.example,\"a@b\"@mail.example",
        "wei@my_shop.example,wei@my_shop.example",
        "用户@example.com,用户@example.com",
        "wei@中国,wei@xn--fiqs8s",
        "Wei.O'Hara+1@Mail.Example,wei.o'hara+1@mail.example",
      })
  void whatever_a_server_may_have_as_a_mailbox_is_written_so_that_it_understands(
      String text, String mailbox) {
    assertEquals(Optional.of(mailbox), EmailAddress.parse(text).map(EmailAddress::asMailbox));
  }

  @Test
  void a_local_part_of_more_than_64_characters_is_for_its_server_to_judge() {
    assertTrue(EmailAddress.parse("a".repeat(65) + "@mail.example").isPresent());
    assertTrue(EmailAddress.parse("a".repeat(250) + "@mail.example").isEmpty());
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
        "\"wei\r\nDATA\"@mail.example",
        "\"wei\\\r\n\"@mail.example",
        "\"wei\"tom\"@mail.example",
        "wei@mail..example",
        "wei@[192.0.2.1]",
      })
  void what_no_mail_can_go_to_is_no_address(String text) {
    assertEquals(Optional.empty(), EmailAddress.parse(text));
  }

  @ParameterizedTest
  @CsvSource({"wei@mail.example,false", "wei@中国,false", "用户@example.com,true"})
  void only_a_local_part_beyond_ascii_needs_smtputf8(String text, boolean needed) {
    assertEquals(needed, EmailAddress.parse(text).orElseThrow().needsSmtpUtf8());
  }

  @ParameterizedTest
  @CsvSource(
      quoteCharacter = '|',
      value = {
        "Wei.Zhang+bank@Mail.example,wei.zhang@mail.example",
        "+wei@mail.example,+wei@mail.example",
        "\"wei+my bank\"@mail.example,\"wei+my bank\"@mail.example",
      })
  void a_mailbox_is_known_without_its_plus_part(String text, String without) {
    assertEquals(without, EmailAddress.parse(text).orElseThrow().withoutPlusPart().value());
  }

  @Property(seed = "42")
  void no_address_carries_a_second_line(@ForAll String text) {
    for (String tried : new String[] {text, "\"" + text + "\""}) {
      assertTrue(
          EmailAddress.parse(tried + "@mail.example")
              .map(EmailAddress::asMailbox)
              .filter(mailbox -> mailbox.matches("(?s).*\\p{Cntrl}.*"))
              .isEmpty());
    }
  }

  @Property(seed = "42")
  void the_normal_form_of_a_normal_form_is_itself(@ForAll String text) {
    EmailAddress.parse(text + "@mail.example")
        .ifPresent(
            address -> {
              assertEquals(Optional.of(address), EmailAddress.parse(address.value()));
              assertEquals(Optional.of(address), EmailAddress.parse(address.asMailbox()));
            });
  }
}
