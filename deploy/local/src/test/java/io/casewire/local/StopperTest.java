package io.casewire.local;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StopperTest {

  private static final Instance INTAKE = Instance.first(Component.INTAKE);

  @TempDir private Path directory;
  private ProcessTable table;

  @BeforeEach
  void emptyTable() {
    table = new ProcessTable(directory);
  }

  @Test
  void a_process_that_obeys_is_only_asked() throws Exception {
    try (var sleeping = SleepingProcess.start()) {
      stop(sleeping, Duration.ofSeconds(30));

      assertEquals(128 + 15, sleeping.process().waitFor());
    }
  }

  @Test
  void a_process_that_does_not_obey_is_killed() throws Exception {
    try (var deaf = SleepingProcess.deaf()) {
      stop(deaf, Duration.ofMillis(200));

      assertEquals(128 + 9, deaf.process().waitFor());
    }
  }

  @Test
  void a_suspended_process_is_stopped_too() throws Exception {
    try (var sleeping = SleepingProcess.start()) {
      var pid = String.valueOf(sleeping.process().pid());
      new ProcessBuilder("kill", "-STOP", pid).start().waitFor();

      stop(sleeping, Duration.ofSeconds(30));

      assertEquals(128 + 15, sleeping.process().waitFor());
    }
  }

  @Test
  void a_process_that_is_gone_is_struck_off() throws Exception {
    var gone = SleepingProcess.start();
    gone.process().destroyForcibly().waitFor();

    stop(gone, Duration.ofSeconds(30));

    assertEquals(List.of(), table.all());
  }

  private void stop(SleepingProcess process, Duration patience) {
    var entry = process.as(INTAKE);
    table.put(entry);
    new Stopper(table, patience).stop(List.of(entry));
    assertFalse(table.isAlive(INTAKE));
  }
}
