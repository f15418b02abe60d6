package io.casewire.notification.letter;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.nio.charset.StandardCharsets;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class LetterSealTest {

  private final LetterSeal seal = new LetterSeal(TestLetterConfig.USUAL);
  private final UUID notificationId = UUID.randomUUID();

  @Test
  void what_was_sealed_is_opened_again_and_readable_by_nobody_else() {
    // When
    byte[] sealed = seal.seal(notificationId, "http://help.example/cases/secret".getBytes(UTF_8));

    // Then
    assertFalse(new String(sealed, StandardCharsets.ISO_8859_1).contains("secret"));
    assertEquals(
        "http://help.example/cases/secret", new String(seal.open(notificationId, sealed), UTF_8));
  }

  @Test
  void a_letter_can_not_take_another_ones_place() {
    // Given
    byte[] sealed = seal.seal(notificationId, "text".getBytes(UTF_8));

    // Then
    assertThrows(UnreadableLetterException.class, () -> seal.open(UUID.randomUUID(), sealed));
  }

  @Test
  void a_changed_letter_is_not_sent() {
    // Given
    byte[] sealed = seal.seal(notificationId, "text".getBytes(UTF_8));
    sealed[sealed.length - 1] ^= 1;

    // Then
    assertThrows(UnreadableLetterException.class, () -> seal.open(notificationId, sealed));
  }
}
