package io.casewire.servers.postgres;

import io.casewire.servers.TemporaryDirectory;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * A data directory of PostgreSQL and how to serve it. What is committed is on the disk: {@code
 * fsync} stays on unless the caller's settings turn it off.
 *
 * @param binaries the programs
 * @param dataDirectory where the data is
 * @param port where the server listens, on the loopback interface only
 * @param settings run-time settings on top of those needed here
 */
public record PostgresCluster(
    PostgresBinaries binaries, Path dataDirectory, int port, Map<String, String> settings) {

  static final String SUPERUSER = "postgres";

  public PostgresCluster {
    settings = Map.copyOf(settings);
  }

  /**
   * Creates the data directory unless it exists, and clears a lock that can only be left over from
   * a killed server.
   *
   * @throws IllegalStateException with the program's output when it can not be created
   */
  public void prepare() {
    try {
      if (Files.notExists(dataDirectory)) {
        initialise();
      }
      new Leftovers(dataDirectory).clear();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * The command line of the server itself: it stays in the foreground and logs to standard error.
   */
  public List<String> command() {
    var all = new LinkedHashMap<String, String>();
    all.put("listen_addresses", "127.0.0.1");
    all.put("port", String.valueOf(port));
    all.put("unix_socket_directories", "");
    all.put("max_connections", "200");
    all.put("timezone", "UTC");
    // The statements here are short; compiling them costs more than running them.
    all.put("jit", "off");
    // Who wants to know what a server process does asks pg_stat_activity.
    all.put("update_process_title", "off");
    // It starts empty and grows fast: plans that were made for empty tables soon give way to
    // others.
    all.put("autovacuum_naptime", "10s");
    // So they are looked through often, which with the usual sample takes a fifth of the server's
    // time.
    all.put("default_statistics_target", "10");
    // The first change of a page after a checkpoint puts the whole page into the log.
    all.put("checkpoint_timeout", "15min");
    all.put("max_wal_size", "2GB");
    all.putAll(settings);
    var options =
        all.entrySet().stream().flatMap(e -> Stream.of("-c", e.getKey() + "=" + e.getValue()));
    return binaries.command(
        "postgres", Stream.concat(Stream.of("-D", dataDirectory.toString()), options));
  }

  /** Where the databases of this cluster are reached. */
  public PostgresDatabases databases() {
    return new PostgresDatabases("127.0.0.1", port, SUPERUSER, SUPERUSER);
  }

  /**
   * Written under another name first, so that an interrupted attempt is never taken for a cluster.
   */
  private void initialise() throws IOException {
    var half = dataDirectory.resolveSibling(dataDirectory.getFileName() + ".new");
    TemporaryDirectory.delete(half);
    Files.createDirectories(half.getParent());
    var passwordFile = Files.createTempFile("casewire", ".pw");
    try {
      Files.writeString(passwordFile, SUPERUSER);
      run(
          binaries.command(
              "initdb",
              Stream.of(
                  "--pgdata=" + half,
                  "--username=" + SUPERUSER,
                  "--pwfile=" + passwordFile,
                  "--auth=scram-sha-256",
                  "--encoding=UTF8",
                  "--locale-provider=builtin",
                  "--builtin-locale=C.UTF-8",
                  "--locale=C",
                  "off".equals(settings.get("fsync")) ? "--no-sync" : "--sync-method=fsync")));
      Files.move(half, dataDirectory, StandardCopyOption.ATOMIC_MOVE);
    } finally {
      Files.delete(passwordFile);
    }
  }

  private static void run(List<String> command) throws IOException {
    var process = new ProcessBuilder(command).redirectErrorStream(true).start();
    try (var output = process.getInputStream()) {
      var text = new String(output.readAllBytes(), StandardCharsets.UTF_8);
      if (process.waitFor() != 0) {
        throw new IllegalStateException("Can not create the database cluster: " + text);
      }
    } catch (InterruptedException e) {
      process.destroyForcibly();
      Thread.currentThread().interrupt();
      throw new IllegalStateException("Interrupted while creating the database cluster", e);
    }
  }
}
