package io.casewire.servers.kafka;

import java.nio.file.Path;
import java.util.Map;

/** The settings of a broker that is alone: small, quick to start, and keeping what it is given. */
final class BrokerConfig {

  static final int NODE_ID = 1;
  static final String CONTROLLER_LISTENER = "CONTROLLER";
  private static final String HOST = "127.0.0.1";

  private BrokerConfig() {}

  static String bootstrapServers(int port) {
    return HOST + ":" + port;
  }

  static Map<String, String> of(
      Path dataDirectory, int port, int controllerPort, boolean createsTopicsOnDemand) {
    return Map.ofEntries(
        Map.entry("process.roles", "broker,controller"),
        Map.entry("node.id", String.valueOf(NODE_ID)),
        Map.entry("controller.quorum.voters", NODE_ID + "@" + HOST + ":" + controllerPort),
        Map.entry("controller.listener.names", CONTROLLER_LISTENER),
        Map.entry(
            "listeners",
            "PLAINTEXT://%s:%d,%s://%s:%d"
                .formatted(HOST, port, CONTROLLER_LISTENER, HOST, controllerPort)),
        Map.entry("log.dirs", dataDirectory.toString()),
        Map.entry("offsets.topic.replication.factor", "1"),
        Map.entry("offsets.topic.num.partitions", "4"),
        Map.entry("transaction.state.log.replication.factor", "1"),
        Map.entry("transaction.state.log.min.isr", "1"),
        Map.entry("transaction.state.log.num.partitions", "4"),
        Map.entry("share.coordinator.state.topic.replication.factor", "1"),
        Map.entry("share.coordinator.state.topic.min.isr", "1"),
        // A stack that was off for weeks goes on where it stopped.
        Map.entry("offsets.retention.minutes", String.valueOf(Integer.MAX_VALUE)),
        // There is nobody to wait for: the first consumer of a group gets its partitions at once.
        Map.entry("group.initial.rebalance.delay.ms", "0"),
        Map.entry("auto.create.topics.enable", String.valueOf(createsTopicsOnDemand)),
        // Requests are small and few: handing them from thread to thread is most of what they cost.
        Map.entry("num.network.threads", "1"),
        Map.entry("num.io.threads", "2"),
        // By default the controller writes a record twice a second that says nothing.
        Map.entry("metadata.max.idle.interval.ms", "0"),
        // The default of 128 MiB is allocated on the heap whether or not a topic is compacted.
        Map.entry("log.cleaner.dedupe.buffer.size", String.valueOf(8 << 20)));
  }
}
