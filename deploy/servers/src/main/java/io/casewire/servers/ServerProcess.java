package io.casewire.servers;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.Callable;

/** One server as a process of its own: configured by system properties, stopped by SIGTERM. */
public final class ServerProcess {

  private ServerProcess() {}

  /** Optional setting: a file that is created as soon as the server serves. */
  public static final String READY_FILE = "casewire.ready-file";

  /**
   * Starts the server, says so on standard output and in the file of {@link #READY_FILE}, and waits
   * until the process is told to stop. A server that can not start ends the process with status 1
   * and its reason on standard error.
   */
  public static void run(String name, Callable<? extends AutoCloseable> start) {
    try {
      var server = start.call();
      Runtime.getRuntime().addShutdownHook(new Thread(() -> stop(name, server), name + "-stop"));
      announce(name);
      Thread.currentThread().join();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } catch (Exception e) {
      e.printStackTrace();
      System.exit(1);
    }
  }

  /** The port in the system property {@code name}. */
  public static int port(String name) {
    return Integer.parseInt(setting(name));
  }

  /** The directory in the system property {@code name}. */
  public static Path directory(String name) {
    return Path.of(setting(name));
  }

  /** The system property {@code name}. */
  public static String setting(String name) {
    return Optional.ofNullable(System.getProperty(name))
        .orElseThrow(() -> new IllegalArgumentException("Missing setting: -D" + name));
  }

  private static void announce(String name) throws IOException {
    System.out.println(name + " is ready");
    var file = System.getProperty(READY_FILE);
    if (file != null) {
      Files.writeString(Path.of(file), Instant.now().toString());
    }
  }

  private static void stop(String name, AutoCloseable server) {
    try {
      server.close();
      System.out.println(name + " has stopped");
    } catch (Exception e) {
      e.printStackTrace();
    }
  }
}
