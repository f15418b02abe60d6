package io.casewire.local;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class InstanceTest {

  @ParameterizedTest
  @ValueSource(strings = {"intake", "intake-2", "sla-9", "postgres", "issuer"})
  void a_name_means_what_it_says(String name) {
    assertEquals(name, Instance.named(name).name());
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "intake-1", "intake-10", "kafka-2", "billing", "INTAKE", "../intake"})
  void other_names_are_refused(String name) {
    assertThrows(StackException.class, () -> Instance.named(name));
  }
}
