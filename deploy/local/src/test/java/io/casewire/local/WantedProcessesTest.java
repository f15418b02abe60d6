package io.casewire.local;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WantedProcessesTest {

  @TempDir private Path directory;
  private ProcessTable table;

  @BeforeEach
  void emptyTable() {
    table = new ProcessTable(directory);
  }

  @Test
  void a_new_stack_has_one_of_each() {
    assertEquals(
        List.of("kafka", "postgres", "mail", "issuer", "intake", "routing", "notification", "sla"),
        wanted(Map.of()));
  }

  @Test
  void replicas_that_were_killed_are_still_wanted() {
    table.put(new ProcessRecord(Instance.named("sla-2"), 1, Instant.EPOCH, 1));

    assertEquals(List.of("sla", "sla-2"), only("sla", wanted(Map.of())));
  }

  @Test
  void the_user_says_how_many() {
    table.put(new ProcessRecord(Instance.named("sla-2"), 1, Instant.EPOCH, 1));

    var wanted = wanted(Map.of(Component.SLA, 1, Component.INTAKE, 3));

    assertEquals(List.of("sla"), only("sla", wanted));
    assertEquals(List.of("intake", "intake-2", "intake-3"), only("intake", wanted));
  }

  private List<String> wanted(Map<Component, Integer> replicas) {
    return table.wanted(replicas).stream().map(Instance::name).toList();
  }

  private static List<String> only(String service, List<String> names) {
    return names.stream().filter(name -> name.startsWith(service)).toList();
  }
}
