package io.casewire.servers.postgres;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/**
 * The file {@code postmaster.pid} of a killed server. PostgreSQL removes it by itself, unless its
 * process number belongs to some other program by now: then it would refuse to start for ever.
 *
 * @param dataDirectory the cluster
 */
record StaleLock(Path dataDirectory) {

  void clear() throws IOException {
    var file = dataDirectory.resolve("postmaster.pid");
    if (Files.exists(file) && ownerIsAnotherProgram(file)) {
      Files.deleteIfExists(file);
    }
  }

  /**
   * A dead owner is not "another program": its last back ends may still be writing, and only
   * PostgreSQL's own check of the shared memory named in this file can tell.
   */
  private static boolean ownerIsAnotherProgram(Path file) throws IOException {
    try (var lines = Files.lines(file)) {
      return lines
          .findFirst()
          .map(String::strip)
          .filter(pid -> pid.matches("[0-9]{1,18}"))
          .flatMap(pid -> ProcessHandle.of(Long.parseLong(pid)))
          .flatMap(StaleLock::program)
          .filter(program -> !program.equals("postgres"))
          .isPresent();
    }
  }

  private static Optional<String> program(ProcessHandle process) {
    return process.info().command().map(command -> Path.of(command).getFileName().toString());
  }
}
