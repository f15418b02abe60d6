package io.casewire.intake.conversation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.casewire.kit.mail.EmailAddress;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ContactTest {

  @Test
  void two_spellings_of_an_address_are_one_contact() {
    assertEquals(email("ann@customers.example"), email("Ann@Customers.Example"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "+8613812345678",
        "+86 138 1234-5678",
        "0086 (138) 1234.5678",
        "+86‑138‑1234‑5678"
      })
  void spellings_of_an_international_number_are_one_contact(String number) {
    assertEquals(Optional.of(new Contact("phone", "+8613812345678")), Contact.phone(number));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "138 1234 5678", "+0 123 456 789", "+86 call me", "+1234567890123456"})
  void a_number_that_names_no_country_is_no_contact(String number) {
    assertEquals(Optional.empty(), Contact.phone(number));
  }

  @Test
  void an_account_is_one_of_its_channel_and_compared_as_it_is() {
    assertEquals(new Contact("external:wechat", "oX1"), Contact.external("wechat", "oX1"));
    assertNotEquals(Contact.external("wechat", "oX1"), Contact.external("wechat", "ox1"));
    assertNotEquals(Contact.external("wechat", "oX1"), Contact.external("telegram", "oX1"));
  }

  @Test
  void an_account_without_a_valid_name_is_refused() {
    assertThrows(IllegalArgumentException.class, () -> Contact.external("We Chat", "1"));
    assertThrows(IllegalArgumentException.class, () -> Contact.external("wechat", " "));
    assertThrows(IllegalArgumentException.class, () -> Contact.external("wechat", "1".repeat(201)));
  }

  private static Contact email(String address) {
    return Contact.email(EmailAddress.parse(address).orElseThrow());
  }
}
