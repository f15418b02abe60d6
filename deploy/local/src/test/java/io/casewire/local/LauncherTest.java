package io.casewire.local;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.casewire.servers.FreePort;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LauncherTest {

  private static final Instance INTAKE = Instance.first(Component.INTAKE);

  @TempDir private Path directory;
  private StackHome home;
  private ProcessTable table;

  @BeforeEach
  void emptyHome() {
    home = new StackHome(directory, directory.resolve("state"));
    table = new ProcessTable(home.runDirectory());
  }

  @Test
  void a_started_process_is_written_down_and_logs_into_its_file() {
    // When
    new Launcher(home, table).start(blueprint("echo started; exec sleep 600", () -> true));

    // Then
    var log = new LogFile(home.log(INTAKE));
    await().until(() -> log.lastLines(1).equals(List.of("started")));
    assertTrue(table.isAlive(INTAKE));
    new Stopper(table, Duration.ofSeconds(30)).stop(table.all());
  }

  @Test
  void every_taken_port_is_named() throws Exception {
    try (var other = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      // Given
      var ports = List.of(FreePort.next(), other.getLocalPort());
      var blueprint = new Blueprint(INTAKE, ports, List.of("true"), () -> true);

      // When
      var refusal =
          assertThrows(StackException.class, () -> Launcher.requireFreePorts(List.of(blueprint)));

      // Then
      var expected = "taken port %d of intake. ".formatted(other.getLocalPort());
      assertTrue(refusal.getMessage().contains(expected), refusal.getMessage());
    }
  }

  @Test
  void a_process_that_dies_early_is_reported_with_the_end_of_its_log() {
    // Given
    var dying = blueprint("echo no such database; exit 1", () -> false);
    new Launcher(home, table).start(dying);

    // When
    var failure =
        assertThrows(
            StackException.class, () -> watch(Duration.ofMinutes(1)).awaitAll(List.of(dying)));

    // Then
    assertTrue(failure.getMessage().startsWith("intake has ended"), failure.getMessage());
    assertTrue(failure.getMessage().endsWith("no such database"), failure.getMessage());
  }

  @Test
  void a_process_that_never_becomes_ready_is_given_up() {
    // Given
    var hanging = blueprint("exec sleep 600", () -> false);
    new Launcher(home, table).start(hanging);

    // When
    var failure =
        assertThrows(StackException.class, () -> watch(Duration.ZERO).awaitAll(List.of(hanging)));

    // Then
    assertTrue(failure.getMessage().startsWith("intake is not ready"), failure.getMessage());
    new Stopper(table, Duration.ofSeconds(30)).stop(table.all());
  }

  @Test
  void the_end_of_a_log_is_its_last_lines() {
    // Given
    new Launcher(home, table).start(blueprint("seq 1 20000", () -> true));
    var log = new LogFile(home.log(INTAKE));

    // Then
    await().until(() -> log.lastLines(2).equals(List.of("19999", "20000")));
    assertEquals(3, log.lastLines(3).size());
  }

  private Watch watch(Duration limit) {
    var out = new PrintStream(new ByteArrayOutputStream());
    return new Watch(home, table, Instant.now(), limit, out);
  }

  private static Blueprint blueprint(String script, Readiness readiness) {
    return new Blueprint(INTAKE, List.of(1), List.of("sh", "-c", script), readiness);
  }
}
