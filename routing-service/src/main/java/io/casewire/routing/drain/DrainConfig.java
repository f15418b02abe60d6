package io.casewire.routing.drain;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** Settings of the drainer. */
@ConfigMapping(prefix = "casewire.routing.drain")
public interface DrainConfig {

  /** The most cases that are assigned in one transaction. */
  @WithDefault("500")
  int batch();

  /** How often it looks without being woken: for what another replica has changed. */
  @WithDefault("PT2S")
  Duration poll();

  /** How soon it looks again when another replica is planning one of the queues. */
  @WithDefault("PT0.02S")
  Duration contention();
}
