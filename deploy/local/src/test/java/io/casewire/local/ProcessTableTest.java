package io.casewire.local;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ProcessTableTest {

  private static final Instance INTAKE = Instance.first(Component.INTAKE);

  @TempDir private Path directory;

  @Test
  void a_launcher_finds_what_an_earlier_one_started() throws Exception {
    try (var sleeping = SleepingProcess.start()) {
      // Given
      new ProcessTable(directory).put(sleeping.as(INTAKE));

      // When
      var later = new ProcessTable(directory);

      // Then
      assertTrue(later.isAlive(INTAKE));
      assertEquals(List.of(sleeping.as(INTAKE)), later.all());
    }
  }

  @Test
  void a_killed_process_keeps_its_entry_and_is_dead() throws Exception {
    // Given
    var table = new ProcessTable(directory);
    var sleeping = SleepingProcess.start();
    table.put(sleeping.as(INTAKE));

    // When
    sleeping.process().destroyForcibly().waitFor();

    // Then
    assertFalse(table.isAlive(INTAKE));
    assertEquals(ProcessRecord.State.DEAD, table.find(INTAKE).orElseThrow().state());
  }

  @Test
  void a_number_that_went_to_another_process_is_not_taken_for_ours() throws Exception {
    try (var stranger = SleepingProcess.start()) {
      // Given
      var table = new ProcessTable(directory);
      var now = stranger.as(INTAKE);

      // When
      table.put(new ProcessRecord(INTAKE, now.pid(), now.startedAt().minusSeconds(60), 1));

      // Then
      assertFalse(table.isAlive(INTAKE));
    }
  }

  @Test
  void a_suspended_process_is_neither_running_nor_dead() throws Exception {
    try (var sleeping = SleepingProcess.start()) {
      // Given
      var entry = sleeping.as(INTAKE);

      // When
      new ProcessBuilder("kill", "-STOP", String.valueOf(entry.pid())).start().waitFor();

      // Then
      await().until(() -> entry.state() == ProcessRecord.State.SUSPENDED);
      Signal.CONT.send(entry.pid());
      await().until(() -> entry.state() == ProcessRecord.State.RUNNING);
    }
  }

  @Test
  void entries_are_listed_in_the_order_of_the_stack() throws Exception {
    try (var sleeping = SleepingProcess.start()) {
      // Given
      var table = new ProcessTable(directory);
      var names = List.of("postgres", "sla", "intake-2", "intake");

      // When
      names.forEach(name -> table.put(sleeping.as(Instance.named(name))));

      // Then
      assertEquals(
          List.of("intake", "intake-2", "sla", "postgres"),
          table.all().stream().map(entry -> entry.instance().name()).toList());
    }
  }
}
