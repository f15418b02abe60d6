package io.casewire.acceptance.stack;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.stream.Stream;

/**
 * A stack with a directory of its own and on free ports, so that it disturbs no other stack of this
 * machine. It is thrown away when it is closed.
 */
public final class OwnStack implements AutoCloseable {

  private static final List<String> LISTENERS =
      List.of(
          "intake",
          "routing",
          "notification",
          "sla",
          "kafka",
          "postgres",
          "mail",
          "imap",
          "mail-arrivals",
          "issuer");

  private final LocalStack stack;

  private OwnStack(LocalStack stack) {
    this.stack = stack;
  }

  /**
   * Starts a stack.
   *
   * @param stack where it lives; what was left there is thrown away
   * @param settings of its {@code local.properties}, besides the ports
   * @param arguments for the launcher's {@code up}
   */
  public static OwnStack start(
      LocalStack stack, Map<String, String> settings, String... arguments) {
    OwnStack own = new OwnStack(stack);
    own.close();
    try {
      own.writeSettings(settings);
      stack.up(arguments);
      return own;
    } catch (RuntimeException e) {
      own.kill();
      throw e;
    }
  }

  /** To ask and to disturb. */
  public LocalStack stack() {
    return stack;
  }

  /** Ends every process at once; nobody wants the data any more. Logs stay to be read. */
  @Override
  public void close() {
    if (Files.exists(stack.state())) {
      kill();
      delete(stack.state().resolve("data"));
      delete(stack.state().resolve("run"));
    }
  }

  private void kill() {
    stack.processes().stream()
        // The number of a dead one may be somebody else's by now.
        .filter(process -> !process.state().equals("dead"))
        .flatMap(process -> ProcessHandle.of(process.pid()).stream())
        .flatMap(process -> Stream.concat(process.descendants(), Stream.of(process)))
        .toList()
        .forEach(OwnStack::kill);
  }

  private static void kill(ProcessHandle process) {
    process.destroyForcibly();
    process.onExit().join();
  }

  private void writeSettings(Map<String, String> more) {
    Properties settings = new Properties();
    List<Integer> ports = freePorts(LISTENERS.size());
    for (int i = 0; i < LISTENERS.size(); i++) {
      settings.setProperty("port." + LISTENERS.get(i), String.valueOf(ports.get(i)));
    }
    settings.putAll(more);
    try {
      Files.createDirectories(stack.state());
      try (var file = Files.newBufferedWriter(stack.state().resolve("local.properties"))) {
        settings.store(file, null);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** All held open until the last is found, so that none is found twice. */
  private static List<Integer> freePorts(int count) {
    List<ServerSocket> held = new ArrayList<>();
    try {
      for (int i = 0; i < count; i++) {
        held.add(new ServerSocket(0, 1, InetAddress.getLoopbackAddress()));
      }
      List<Integer> ports = held.stream().map(ServerSocket::getLocalPort).toList();
      for (ServerSocket socket : held) {
        socket.close();
      }
      return ports;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void delete(Path directory) {
    if (Files.notExists(directory)) {
      return;
    }
    try (Stream<Path> files = Files.walk(directory)) {
      files.sorted(Comparator.reverseOrder()).forEach(OwnStack::deleteOne);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void deleteOne(Path file) {
    try {
      Files.deleteIfExists(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
