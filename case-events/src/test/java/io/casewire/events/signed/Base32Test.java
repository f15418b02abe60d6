package io.casewire.events.signed;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.UUID;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class Base32Test {

  @ParameterizedTest(name = "{0}")
  @CsvSource({
    "'', ''",
    "f, my",
    "fo, mzxq",
    "foo, mzxw6",
    "foob, mzxw6yq",
    "fooba, mzxw6ytb",
    "foobar, mzxw6ytboi"
  })
  void the_test_vectors_of_RFC_4648_hold_in_lower_case_without_padding(
      String text, String encoded) {
    assertEquals(encoded, Base32.encode(text.getBytes(US_ASCII)));
  }

  @Property(seed = "32")
  void an_id_comes_back(@ForAll long most, @ForAll long least) {
    UUID id = new UUID(most, least);

    assertEquals(id, Base32.decodeUuid(Base32.encode(id)));
    assertEquals(Base32.UUID_LENGTH, Base32.encode(id).length());
  }
}
