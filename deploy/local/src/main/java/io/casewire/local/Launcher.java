package io.casewire.local;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * Starts processes that outlive the launcher.
 *
 * @param home where the stack lives
 * @param table where the processes are written down
 */
record Launcher(StackHome home, ProcessTable table) {

  /**
   * Refuses to go on when any port of the blueprints is taken.
   *
   * @throws StackException that names every taken port
   */
  static void requireFreePorts(List<Blueprint> blueprints) {
    var taken =
        blueprints.stream()
            .flatMap(
                blueprint ->
                    blueprint.ports().stream()
                        .filter(port -> !isFree(port))
                        .map(port -> "port %d of %s".formatted(port, blueprint.instance())))
            .toList();
    if (!taken.isEmpty()) {
      throw new StackException(
          "Another program has taken %s. Stop it, or choose another port in the stack's local.properties"
              .formatted(String.join(", ", taken)));
    }
  }

  /** Starts the process and writes it down; it is not ready yet. */
  ProcessRecord start(Blueprint blueprint) {
    var log = new LogFile(home.log(blueprint.instance()));
    log.rotate();
    try {
      Files.deleteIfExists(home.readyFile(blueprint.instance()));
      var process =
          new ProcessBuilder(detached(blueprint.command()))
              .directory(home.root().toFile())
              .redirectInput(new File("/dev/null"))
              .redirectErrorStream(true)
              .redirectOutput(ProcessBuilder.Redirect.appendTo(log.path().toFile()))
              .start();
      var entry = ProcessRecord.of(blueprint.instance(), process.toHandle(), blueprint.port());
      table.put(entry);
      return entry;
    } catch (IOException e) {
      throw new UncheckedIOException("Can not start " + blueprint.instance(), e);
    }
  }

  /** In a session of its own, so that an interrupt at the terminal does not reach the process. */
  private static List<String> detached(List<String> command) {
    var setsid =
        Stream.of("/usr/bin/setsid", "/bin/setsid").filter(path -> new File(path).exists());
    var detached = new ArrayList<>(setsid.limit(1).toList());
    detached.addAll(command);
    return detached;
  }

  /** Whether nobody listens on the port. */
  static boolean isFree(int port) {
    try (var socket = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
      return socket.isBound();
    } catch (IOException e) {
      return false;
    }
  }
}
