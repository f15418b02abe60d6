package io.casewire.testkit;

import io.casewire.servers.postgres.PostgresDatabases;
import java.nio.file.Path;

/** A database server and a broker for all tests of one JVM. */
sealed interface Infrastructure extends AutoCloseable
    permits EmbeddedInfrastructure, ContainerInfrastructure {

  /** The variable that forces one kind: {@code embedded} or {@code containers}. */
  String CHOICE = "CASEWIRE_TEST_INFRA";

  /** Where the databases are reached. */
  PostgresDatabases databases();

  /** Where the broker is reached. */
  String bootstrapServers();

  @Override
  void close();

  /**
   * Containers where a container engine answers, else servers embedded in this JVM.
   *
   * @param directory for the data of embedded servers
   */
  static Infrastructure start(Path directory) {
    return switch (System.getenv().getOrDefault(CHOICE, "")) {
      case "embedded" -> EmbeddedInfrastructure.start(directory);
      case "containers" -> ContainerInfrastructure.start();
      case "" ->
          ContainerInfrastructure.isPossible()
              ? ContainerInfrastructure.start()
              : EmbeddedInfrastructure.start(directory);
      case String other -> throw new IllegalArgumentException(CHOICE + "=" + other);
    };
  }
}
