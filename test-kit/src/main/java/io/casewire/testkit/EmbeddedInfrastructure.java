package io.casewire.testkit;

import io.casewire.servers.FreePort;
import io.casewire.servers.kafka.BrokerServer;
import io.casewire.servers.postgres.PostgresDatabases;
import io.casewire.servers.postgres.PostgresServer;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.CompletableFuture;

/**
 * The servers of {@code deploy/servers}, for machines without a container engine.
 *
 * @param postgres the database server
 * @param broker the broker
 */
record EmbeddedInfrastructure(PostgresServer postgres, BrokerServer broker)
    implements Infrastructure {

  // The data is thrown away with the JVM: waiting for the disk would protect nothing.
  private static final Map<String, String> THROW_AWAY =
      Map.of("fsync", "off", "synchronous_commit", "off", "full_page_writes", "off");

  static Infrastructure start(Path directory) {
    var postgres =
        CompletableFuture.supplyAsync(
            () -> PostgresServer.start(directory.resolve("postgres"), THROW_AWAY));
    var broker = BrokerServer.startWithTopicsOnDemand(directory.resolve("kafka"), FreePort.next());
    return new EmbeddedInfrastructure(postgres.join(), broker);
  }

  @Override
  public PostgresDatabases databases() {
    return postgres.databases();
  }

  @Override
  public String bootstrapServers() {
    return broker.bootstrapServers();
  }

  @Override
  public void close() {
    broker.close();
    postgres.close();
  }
}
