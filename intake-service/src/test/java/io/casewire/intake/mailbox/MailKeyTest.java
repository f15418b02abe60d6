package io.casewire.intake.mailbox;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

class MailKeyTest {

  @Test
  void a_key_is_read_as_it_was_written_whatever_the_folder_is_called() {
    MailKey key = new MailKey("support@casewire.example", 4_294_967_295L, 7, "My  old mail");

    assertEquals(key, MailKey.parse(key.text()));
  }
}
