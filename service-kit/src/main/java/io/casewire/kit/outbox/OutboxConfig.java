package io.casewire.kit.outbox;

import io.quarkus.runtime.configuration.MemorySize;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** Settings of the relay. */
@ConfigMapping(prefix = "casewire.outbox")
public interface OutboxConfig {

  /** Rows sent in one go; they stay locked until the broker has answered. */
  @WithDefault("500")
  int batch();

  /** Bytes after which a batch takes no further row, since all of it is in memory at once. */
  @WithDefault("4M")
  MemorySize batchBytes();

  /** How long the first event waits for later ones: a pass costs the same for one and for many. */
  @WithDefault("PT0.008S")
  Duration gather();

  /**
   * How soon the relay looks without being woken: for rows that a dead replica left behind. The
   * pause doubles while there are none.
   */
  @WithDefault("PT0.25S")
  Duration poll();

  /** The longest pause between two looks, and so the delay of rows whose replica has died. */
  @WithDefault("PT2S")
  Duration longestPoll();

  /** How soon it looks again when another replica holds some of the buckets. */
  @WithDefault("PT0.01S")
  Duration contention();

  /** How soon a topic that the broker refused is looked for again. */
  @WithDefault("PT30S")
  Duration lookForTopics();
}
