package io.casewire.acceptance.stack;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Asks the launcher about the stack and has it start and stop parts of it. */
public final class LocalStack {

  private static final ObjectMapper JSON = new ObjectMapper();

  private final Path root;

  /**
   * @param root of the checkout, where the launcher is
   */
  public LocalStack(Path root) {
    this.root = root;
  }

  /** The stack of the checkout that the launcher named. */
  public static LocalStack ofLauncher() {
    return new LocalStack(Path.of(System.getProperty("casewire.root", ".")).toAbsolutePath());
  }

  /** All processes that were started. */
  public List<StackProcess> processes() {
    try {
      return JSON.readValue(launch("ps", "--json"), new TypeReference<>() {});
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The addresses of the running replicas of a service. */
  public List<URI> addressesOf(String service) {
    return processes().stream()
        .filter(StackProcess::running)
        .filter(process -> process.service().equals(service))
        .map(process -> URI.create("http://127.0.0.1:" + process.port()))
        .toList();
  }

  /** The port of a server of the stack. */
  public int portOf(String name) {
    return processes().stream()
        .filter(process -> process.name().equals(name))
        .mapToInt(StackProcess::port)
        .findFirst()
        .orElseThrow(() -> new IllegalStateException(name + " is not up; run ./casewire up"));
  }

  /** Starts what is missing, or one part of the stack. */
  public void up(String... arguments) {
    List<String> command = new ArrayList<>(List.of("up"));
    command.addAll(List.of(arguments));
    launch(command.toArray(String[]::new));
  }

  private String launch(String... arguments) {
    List<String> command = new ArrayList<>(List.of(root.resolve("casewire").toString()));
    command.addAll(List.of(arguments));
    try {
      Process process = new ProcessBuilder(command).directory(root.toFile()).start();
      String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      String errors = new String(process.getErrorStream().readAllBytes(), StandardCharsets.UTF_8);
      if (process.waitFor() != 0) {
        throw new IllegalStateException(String.join(" ", command) + ": " + errors + output);
      }
      return output;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted", e);
    }
  }
}
