package io.casewire.kit.identity;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

class BearerTokenTest {

  @ParameterizedTest
  @ValueSource(strings = {"Bearer k1.abc", "bearer k1.abc", "BEARER   k1.abc "})
  void the_scheme_has_no_case(String header) {
    assertEquals(Optional.of("k1.abc"), BearerToken.of(header));
  }

  @ParameterizedTest
  @NullSource
  @ValueSource(strings = {"", "Bearer", "Basic k1.abc", "Bearerk1.abc"})
  void other_headers_hold_none(String header) {
    assertEquals(Optional.empty(), BearerToken.of(header));
  }

  @Test
  void the_token_keeps_its_case() {
    assertEquals(Optional.of("aBc"), BearerToken.of("bearer aBc"));
  }
}
