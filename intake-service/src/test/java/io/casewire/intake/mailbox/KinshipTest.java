package io.casewire.intake.mailbox;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Set;
import org.junit.jupiter.api.Test;

class KinshipTest {

  @Test
  void the_names_of_a_mail_are_its_writers_its_id_and_what_it_refers_to() {
    // Given
    String mail =
        """
        From: "Wei, Li" <Li.Wei@Customers.example>
        To: support@casewire.example
        Message-ID: <second@customers.example>
        In-Reply-To: <answer@casewire.example>
        References: <first@customers.example>
         <answer@casewire.example>
        Subject: me@elsewhere.example

        Write to nobody@elsewhere.example
        """
            .replace("\n", "\r\n");

    // When
    Set<String> names = Kinship.names(mail.getBytes(UTF_8));

    // Then
    assertEquals(
        Set.of(
            "li.wei@customers.example",
            "second@customers.example",
            "answer@casewire.example",
            "first@customers.example"),
        names);
  }

  @Test
  void what_is_no_mail_has_no_names() {
    assertEquals(Set.of(), Kinship.names(new byte[] {0, -1, 13, 10, 13, 10, 64}));
  }
}
