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

/**
 * Asks the launcher about the stack and has it start and stop parts of it.
 *
 * @param root of the checkout, where the launcher is
 * @param state the directory of the stack
 */
public record LocalStack(Path root, Path state) {

  /** The services, by the names of their first replicas and of their databases. */
  public static final List<String> SERVICES = List.of("intake", "routing", "sla", "notification");

  private static final ObjectMapper JSON = new ObjectMapper();

  /** The stack that the launcher named. */
  public static LocalStack ofLauncher() {
    Path root = Path.of(System.getProperty("casewire.root", ".")).toAbsolutePath();
    String state = System.getProperty("casewire.state", root.resolve(".casewire").toString());
    return new LocalStack(root, Path.of(state).toAbsolutePath());
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
    return addressesOf(processes(), service);
  }

  /**
   * One process of the stack.
   *
   * @throws IllegalStateException when it was not started
   */
  public StackProcess process(String name) {
    return only(processes(), name);
  }

  /** The port of a server of the stack. */
  public int portOf(String name) {
    return process(name).port();
  }

  static List<URI> addressesOf(List<StackProcess> processes, String service) {
    return processes.stream()
        .filter(StackProcess::running)
        .filter(process -> process.service().equals(service))
        .map(StackProcess::address)
        .toList();
  }

  static StackProcess only(List<StackProcess> processes, String name) {
    return processes.stream()
        .filter(process -> process.name().equals(name))
        .findFirst()
        .orElseThrow(() -> new IllegalStateException(name + " is not up; run ./casewire up"));
  }

  /**
   * Starts what is missing, or one part of the stack anew.
   *
   * @throws IllegalStateException with the launcher's words when it fails
   */
  public void up(String... arguments) {
    List<String> command = new ArrayList<>(List.of("up"));
    command.addAll(List.of(arguments));
    launch(command.toArray(String[]::new));
  }

  /** Stops one part of the stack, and returns when it has ended. */
  public void down(String process) {
    launch("down", process);
  }

  private String launch(String... arguments) {
    List<String> command = new ArrayList<>(List.of(root.resolve("casewire").toString()));
    command.addAll(List.of(arguments));
    try {
      ProcessBuilder builder = new ProcessBuilder(command).directory(root.toFile());
      builder.environment().put("CASEWIRE_STATE", state.toString());
      builder.environment().put("CASEWIRE_BUILT", "1");
      Process process = builder.start();
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
