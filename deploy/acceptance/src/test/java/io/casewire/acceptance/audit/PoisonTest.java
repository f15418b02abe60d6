package io.casewire.acceptance.audit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;

class PoisonTest {

  private final Poison poison = new Poison();

  @Test
  void what_was_poisoned_must_be_set_aside_and_nothing_else() {
    poison.add("one", null);

    assertTrue(poison.compare("sla", List.of("inbox one")).passed());
    assertEquals(
        List.of("not inbox one", "timers two"),
        poison.compare("sla", List.of("timers two")).offences());
  }

  @Test
  void a_service_passes_over_what_seems_to_be_its_own() {
    poison.add("one", "/casewire/intake");

    assertTrue(poison.compare("intake", List.of()).passed());
    assertEquals(List.of("not inbox one"), poison.compare("routing", List.of()).offences());
  }
}
