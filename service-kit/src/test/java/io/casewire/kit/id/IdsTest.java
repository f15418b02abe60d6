package io.casewire.kit.id;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class IdsTest {

  @Test
  void ids_are_version_7_and_grow() {
    List<UUID> ids = Stream.generate(Ids::next).limit(100_000).toList();

    assertTrue(ids.stream().allMatch(id -> id.version() == 7 && id.variant() == 2));
    assertEquals(ids, ids.stream().distinct().sorted().toList());
  }
}
