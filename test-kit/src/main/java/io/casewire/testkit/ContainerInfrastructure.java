package io.casewire.testkit;

import io.casewire.servers.postgres.PostgresDatabases;
import java.nio.file.Files;
import java.nio.file.Path;
import org.testcontainers.DockerClientFactory;
import org.testcontainers.containers.GenericContainer;
import org.testcontainers.kafka.KafkaContainer;
import org.testcontainers.lifecycle.Startables;
import org.testcontainers.postgresql.PostgreSQLContainer;

/**
 * The same servers in containers.
 *
 * @param postgres the database server
 * @param broker the broker
 */
record ContainerInfrastructure(PostgreSQLContainer postgres, KafkaContainer broker)
    implements Infrastructure {

  private static final String POSTGRES_IMAGE = "postgres:18.3-alpine";
  private static final String KAFKA_IMAGE = "apache/kafka:4.1.1";
  private static final Path SOCKET = Path.of("/var/run/docker.sock");

  /** Whether a container engine answers. Asks only where there may be one: asking takes seconds. */
  static boolean isPossible() {
    var mayBe = System.getenv("DOCKER_HOST") != null || Files.exists(SOCKET);
    return mayBe && DockerClientFactory.instance().isDockerAvailable();
  }

  static Infrastructure start() {
    var servers =
        new ContainerInfrastructure(
            new PostgreSQLContainer(POSTGRES_IMAGE), new KafkaContainer(KAFKA_IMAGE));
    Startables.deepStart(servers.postgres, servers.broker).join();
    return servers;
  }

  @Override
  public PostgresDatabases databases() {
    return new PostgresDatabases(
        postgres.getHost(),
        postgres.getMappedPort(PostgreSQLContainer.POSTGRESQL_PORT),
        postgres.getUsername(),
        postgres.getPassword());
  }

  @Override
  public String bootstrapServers() {
    return broker.getBootstrapServers();
  }

  @Override
  public void close() {
    GenericContainer<?>[] all = {postgres, broker};
    for (var container : all) {
      container.stop();
    }
  }
}
