package io.casewire.servers.kafka;

import io.casewire.servers.FreePort;
import io.casewire.servers.ServerProcess;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.stream.Stream;
import kafka.server.KafkaConfig;
import kafka.server.KafkaRaftServer;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.common.errors.TopicExistsException;
import org.apache.kafka.common.utils.Time;

/**
 * A real Apache Kafka of one node on the loopback interface. Started again on the same directory it
 * has all its topics, records and consumer offsets, also after it was killed.
 */
public final class BrokerServer implements AutoCloseable {

  private final KafkaRaftServer server;
  private final String bootstrapServers;

  private BrokerServer(KafkaRaftServer server, String bootstrapServers) {
    this.server = server;
    this.bootstrapServers = bootstrapServers;
  }

  /** Runs a broker as a process; the settings are in system properties. */
  public static void main(String[] args) {
    ServerProcess.run(
        "kafka",
        () ->
            start(
                ServerProcess.directory("casewire.kafka.data"),
                ServerProcess.port("casewire.kafka.port"),
                Stream.of(ServerProcess.setting("casewire.kafka.topics").split(","))
                    .map(TopicSpec::parse)
                    .toList()));
  }

  /**
   * Returns when the broker serves clients and every topic exists. A topic that is there already
   * stays as it is; there are no others, so that no early client gets one with too few partitions.
   *
   * @throws IllegalStateException when the broker can not start, for instance on a taken port
   */
  public static BrokerServer start(Path dataDirectory, int port, List<TopicSpec> topics) {
    return start(dataDirectory, port, topics, false);
  }

  /**
   * Returns when the broker serves clients. A topic comes into being, with one partition, when it
   * is first used.
   *
   * @throws IllegalStateException when the broker can not start, for instance on a taken port
   */
  public static BrokerServer startWithTopicsOnDemand(Path dataDirectory, int port) {
    return start(dataDirectory, port, List.of(), true);
  }

  private static BrokerServer start(
      Path dataDirectory, int port, List<TopicSpec> topics, boolean onDemand) {
    QuietLogging.apply();
    try {
      BrokerStorage.prepare(dataDirectory);
      var config = BrokerConfig.of(dataDirectory, port, FreePort.next(), onDemand);
      var broker =
          new BrokerServer(
              new KafkaRaftServer(new KafkaConfig(config), Time.SYSTEM),
              BrokerConfig.bootstrapServers(port));
      broker.server.startup();
      broker.create(topics);
      return broker;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("Interrupted while the broker started", e);
    } catch (Exception e) {
      throw new IllegalStateException("The broker can not start on port " + port, e);
    }
  }

  /** The address that clients connect to first. */
  public String bootstrapServers() {
    return bootstrapServers;
  }

  /** Stops the broker and waits until its files are closed. */
  @Override
  public void close() {
    server.shutdown();
    server.awaitShutdown();
  }

  private void create(List<TopicSpec> topics) throws InterruptedException, ExecutionException {
    try (var admin =
        Admin.create(Map.of(AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG, bootstrapServers))) {
      var results = admin.createTopics(topics.stream().map(TopicSpec::toNewTopic).toList());
      for (var result : results.values().values()) {
        try {
          result.get();
        } catch (ExecutionException e) {
          if (!(e.getCause() instanceof TopicExistsException)) {
            throw e;
          }
        }
      }
    }
  }
}
