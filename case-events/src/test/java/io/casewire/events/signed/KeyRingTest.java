package io.casewire.events.signed;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.Base64;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class KeyRingTest {

  private static final String SECRET = "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=";

  @Test
  void the_first_key_signs_and_every_key_is_found() {
    KeyRing ring = KeyRing.parse("new:" + SECRET + ", old:" + SECRET);

    assertEquals("new", ring.current().kid());
    assertSame(ring.current(), ring.find("new").orElseThrow());
    assertEquals("old", ring.find("old").orElseThrow().kid());
    assertEquals(Optional.empty(), ring.find("older"));
  }

  @Test
  void a_ring_shows_names_and_no_secrets() {
    KeyRing ring = KeyRing.parse("new:" + SECRET + ",old:" + SECRET);

    assertEquals("KeyRing[new, old]", ring.toString());
    assertEquals("SigningKey[new]", ring.current().toString());
  }

  @ParameterizedTest
  @CsvSource({
    "'', signing key number 1 is no kid:secret",
    "secret, signing key number 1 is no kid:secret",
    ":secret, signing key number 1 is no kid:secret",
    "K1:secret, signing key number 1 is no kid:secret",
    "toolonganame:secret, signing key number 1 is no kid:secret",
    "k1:sec*ret, signing key k1 is not Base64",
    "k1:secretsecret, signing key k1 has fewer than 32 bytes",
    "'k1:AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=,', signing key number 2 is no kid:secret"
  })
  void a_faulty_configuration_is_refused_without_its_secrets(String configuration, String message) {
    IllegalArgumentException e =
        assertThrows(IllegalArgumentException.class, () -> KeyRing.parse(configuration));

    assertEquals(message, e.getMessage());
    assertNull(e.getCause(), "a cause would carry the secret into logs");
  }

  @Test
  void two_keys_of_one_name_are_refused() {
    IllegalArgumentException e =
        assertThrows(
            IllegalArgumentException.class, () -> KeyRing.parse("k1:" + SECRET + ",k1:" + SECRET));

    assertEquals("signing key k1 is given twice", e.getMessage());
  }

  @Test
  void a_secret_of_31_bytes_is_too_short() {
    String tooShort = Base64.getEncoder().encodeToString(new byte[31]);

    assertThrows(IllegalArgumentException.class, () -> KeyRing.parse("k1:" + tooShort));
    assertFalse(KeyRing.parse("k1:" + SECRET).find("k1").isEmpty());
  }
}
