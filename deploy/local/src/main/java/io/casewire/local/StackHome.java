package io.casewire.local;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * The checkout and, in its directory {@code .casewire}, everything that the stack writes.
 *
 * @param root the checkout
 */
record StackHome(Path root) {

  /** The checkout that the script {@code casewire} named in a system property. */
  static StackHome ofScript() {
    return new StackHome(Path.of(System.getProperty("casewire.root", "")).toAbsolutePath());
  }

  /** Settings of this machine; may be missing. */
  Path settings() {
    return state().resolve("local.properties");
  }

  Path log(Instance instance) {
    return directory("logs").resolve(instance + ".log");
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
    return directory("data").resolve(component.typedName());
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

  private Path state() {
    return root.resolve(".casewire");
  }

  private Path directory(String name) {
    try {
      return Files.createDirectories(state().resolve(name));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
