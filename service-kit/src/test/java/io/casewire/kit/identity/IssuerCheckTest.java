package io.casewire.kit.identity;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.net.URI;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class IssuerCheckTest {

  private static final URI REAL = URI.create("https://login.example.org/realms/casewire");

  @ParameterizedTest
  @ValueSource(
      strings = {
        "http://127.0.0.1:8090",
        "http://127.9.9.9",
        "http://[::1]:8090/",
        "http://0.0.0.0:8090",
        "http://localhost:8090",
        "http://LOCALHOST:8090",
        "https://issuer.localhost/",
        "not-a-url"
      })
  void a_local_issuer_is_refused_in_production(String issuer) {
    assertThrows(
        IllegalStateException.class,
        () -> IssuerCheck.check(URI.create(issuer), false, List.of("prod")));
  }

  @ParameterizedTest
  @ValueSource(strings = {"local", "test", "dev"})
  void a_local_issuer_is_taken_where_things_are_local(String profile) {
    assertDoesNotThrow(
        () ->
            IssuerCheck.check(
                URI.create("http://127.0.0.1:8090"), false, List.of("prod", profile)));
  }

  @Test
  void an_issuer_declared_local_is_refused_whatever_its_address() {
    assertThrows(IllegalStateException.class, () -> IssuerCheck.check(REAL, true, List.of("prod")));
  }

  @Test
  void any_other_issuer_is_taken() {
    assertDoesNotThrow(() -> IssuerCheck.check(REAL, false, List.of("prod")));
  }
}
