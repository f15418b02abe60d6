package io.casewire.servers.kafka;

import java.util.Map;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.common.config.TopicConfig;

/**
 * A topic that has to exist before anybody uses the broker. It has one replica, because the broker
 * is alone.
 *
 * @param name the topic's name
 * @param partitions how many partitions it is created with
 * @param cleanup what happens to old records
 */
public record TopicSpec(String name, int partitions, Cleanup cleanup) {

  /** What happens to old records. */
  public enum Cleanup {
    /** Every record stays, for ever. */
    KEEP,
    /** The last record of each key stays. */
    COMPACT
  }

  public TopicSpec {
    if (name.isBlank() || partitions < 1) {
      throw new IllegalArgumentException("Not a topic: " + name + " with " + partitions);
    }
  }

  /**
   * Reads what {@link #toString} wrote: {@code name:partitions:cleanup}.
   *
   * @throws IllegalArgumentException when the text is anything else
   */
  public static TopicSpec parse(String text) {
    var parts = text.split(":");
    if (parts.length != 3) {
      throw new IllegalArgumentException("Not name:partitions:cleanup: " + text);
    }
    return new TopicSpec(parts[0], Integer.parseInt(parts[1]), Cleanup.valueOf(parts[2]));
  }

  @Override
  public String toString() {
    return name + ":" + partitions + ":" + cleanup;
  }

  /** What an administrator's client creates. */
  public NewTopic toNewTopic() {
    return new NewTopic(name, partitions, (short) 1).configs(config());
  }

  private Map<String, String> config() {
    return switch (cleanup) {
      case KEEP ->
          Map.of(
              TopicConfig.CLEANUP_POLICY_CONFIG, TopicConfig.CLEANUP_POLICY_DELETE,
              TopicConfig.RETENTION_MS_CONFIG, "-1",
              TopicConfig.RETENTION_BYTES_CONFIG, "-1");
      case COMPACT -> Map.of(TopicConfig.CLEANUP_POLICY_CONFIG, TopicConfig.CLEANUP_POLICY_COMPACT);
    };
  }
}
