package io.casewire.servers.postgres;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.stream.Stream;

/**
 * What a killed server leaves in its way: back ends that have not noticed yet, and the lock file
 * {@code postmaster.pid}.
 *
 * @param dataDirectory the cluster
 */
record Leftovers(Path dataDirectory) {

  private static final Duration LIMIT = Duration.ofSeconds(20);
  private static final Duration PAUSE = Duration.ofMillis(50);

  void clear() throws IOException {
    var lock = dataDirectory.resolve("postmaster.pid");
    if (Files.notExists(lock)) {
      return;
    }
    awaitBackEnds();
    if (backEnds().findAny().isEmpty() && belongsToAnotherProgram(lock)) {
      Files.deleteIfExists(lock);
    }
  }

  /** PostgreSQL does not start beside them, and they end by themselves within moments. */
  private void awaitBackEnds() {
    var limit = Instant.now().plus(LIMIT);
    while (backEnds().findAny().isPresent() && Instant.now().isBefore(limit)) {
      try {
        Thread.sleep(PAUSE);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        return;
      }
    }
  }

  /**
   * PostgreSQL removes a dead server's lock by itself. But when the lock's process number has gone
   * to some other program since, it would refuse to start for ever.
   */
  private static boolean belongsToAnotherProgram(Path lock) throws IOException {
    try (var lines = Files.lines(lock)) {
      return lines
          .findFirst()
          .map(String::strip)
          .filter(pid -> pid.matches("[0-9]{1,18}"))
          .flatMap(pid -> ProcessHandle.of(Long.parseLong(pid)))
          .filter(process -> !isPostgres(process))
          .isPresent();
    }
  }

  /** A server and its back ends all work in the data directory. */
  private Stream<ProcessHandle> backEnds() {
    return ProcessHandle.allProcesses().filter(Leftovers::isPostgres).filter(this::worksHere);
  }

  private static boolean isPostgres(ProcessHandle process) {
    return process.info().command().filter(command -> command.endsWith("/postgres")).isPresent();
  }

  private boolean worksHere(ProcessHandle process) {
    try {
      var directory = Files.readSymbolicLink(Path.of("/proc/" + process.pid() + "/cwd"));
      return directory.equals(dataDirectory.toRealPath());
    } catch (IOException e) {
      return false;
    }
  }
}
