package io.casewire.servers.postgres;

import io.casewire.servers.FreePort;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/**
 * A real PostgreSQL as a child of this process, for tests. The local stack runs {@link
 * PostgresCluster#command} by itself, so that the server outlives the launcher.
 */
public final class PostgresServer implements AutoCloseable {

  private static final Duration START_LIMIT = Duration.ofSeconds(60);
  private static final Duration PAUSE = Duration.ofMillis(50);
  private static final Duration STOP_LIMIT = Duration.ofSeconds(20);

  private final Process process;
  private final PostgresDatabases databases;

  private PostgresServer(Process process, PostgresDatabases databases) {
    this.process = process;
    this.databases = databases;
  }

  /**
   * Starts a server on a free port and returns when it lets clients in. Its programs are unpacked
   * once per machine, into the directory for temporary files.
   *
   * @param directory gets the data and the log; the data of an earlier server in it is served again
   * @param settings run-time settings, for instance {@code fsync=off} for throw-away data
   * @throws IllegalStateException when it does not start; the message names its log
   */
  public static PostgresServer start(Path directory, Map<String, String> settings) {
    var cluster =
        new PostgresCluster(
            PostgresBinaries.unpackedBelow(sharedHome()),
            directory.resolve("data"),
            FreePort.next(),
            settings);
    cluster.prepare();
    var server = new PostgresServer(launch(cluster, directory), cluster.databases());
    server.awaitReady(directory);
    return server;
  }

  /** Where its databases are reached. */
  public PostgresDatabases databases() {
    return databases;
  }

  /** Ends every session, writes a checkpoint and stops. */
  @Override
  public void close() {
    try {
      // SIGINT is PostgreSQL's fast shutdown; SIGTERM would wait for the clients to leave.
      new ProcessBuilder("kill", "-INT", String.valueOf(process.pid())).start().waitFor();
      if (!process.waitFor(STOP_LIMIT.toMillis(), TimeUnit.MILLISECONDS)) {
        kill();
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** Ends it as SIGKILL does, without a chance to save anything. */
  public void kill() {
    process.destroyForcibly().onExit().join();
  }

  private static Process launch(PostgresCluster cluster, Path directory) {
    try {
      return new ProcessBuilder(cluster.command())
          .redirectErrorStream(true)
          .redirectOutput(ProcessBuilder.Redirect.appendTo(log(directory)))
          .start();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void awaitReady(Path directory) {
    var limit = Instant.now().plus(START_LIMIT);
    try {
      while (!databases.isReady()) {
        if (process.waitFor(PAUSE.toMillis(), TimeUnit.MILLISECONDS)
            || Instant.now().isAfter(limit)) {
          kill();
          throw new IllegalStateException("PostgreSQL does not start, see " + log(directory));
        }
      }
    } catch (InterruptedException e) {
      kill();
      Thread.currentThread().interrupt();
      throw new IllegalStateException("Interrupted while PostgreSQL started", e);
    }
  }

  private static File log(Path directory) {
    return directory.resolve("postgres.log").toFile();
  }

  private static Path sharedHome() {
    return Path.of(
        System.getProperty("java.io.tmpdir"), "casewire-" + System.getProperty("user.name"));
  }
}
