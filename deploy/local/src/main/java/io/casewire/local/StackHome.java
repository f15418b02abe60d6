package io.casewire.local;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/**
 * The checkout, and the directory that holds everything that one stack writes. Stacks with
 * directories and ports of their own can run beside each other.
 *
 * @param root the checkout
 * @param state the stack's directory
 */
record StackHome(Path root, Path state) {

  /** What the script {@code casewire} named in system properties. */
  static StackHome ofScript() {
    var root = Path.of(System.getProperty("casewire.root", "")).toAbsolutePath();
    var state = System.getProperty("casewire.state", root.resolve(".casewire").toString());
    return new StackHome(root, Path.of(state).toAbsolutePath());
  }

  /** Settings of this machine; may be missing. */
  Path settings() {
    return state.resolve("local.properties");
  }

  Path log(Instance instance) {
    return logs().resolve(instance + ".log");
  }

  /** Where the processes' logs are. */
  Path logs() {
    return directory("logs");
  }

  /** What is known about running processes. */
  Path runDirectory() {
    return directory("run");
  }

  /** The file that a server writes when it is ready. */
  Path readyFile(Instance instance) {
    return runDirectory().resolve(instance + ".ready");
  }

  /** The data of a component; replicas share it. */
  Path data(Component component) {
    return data().resolve(component.typedName());
  }

  /** Where the data of all components is. */
  Path data() {
    return directory("data");
  }

  /** Where unpacked programs go. */
  Path programs() {
    return directory("programs");
  }

  /** Archives of loaded classes, which make the next start faster. */
  Path classArchive(Component component) {
    return directory("cds").resolve(component.typedName() + ".jsa");
  }

  /** The program of a service, as the build leaves it. */
  Path program(Component service) {
    return root.resolve(service.typedName() + "-service/target/quarkus-app/quarkus-run.jar");
  }

  /** Does {@code work} when no other launcher changes the stack; waits for its end first. */
  void whileLocked(Runnable work) {
    var file = runDirectory().resolve("lock");
    try (var channel = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        var lock = channel.lock()) {
      if (lock.isValid()) {
        work.run();
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private Path directory(String name) {
    try {
      return Files.createDirectories(state.resolve(name));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
