package io.casewire.routing.casework;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** Settings of the life of a case. */
@ConfigMapping(prefix = "casewire.routing")
public interface RoutingConfig {

  /** How long a resolved case can be reopened by its customer; then it is closed. */
  @WithDefault("P14D")
  Duration reopenWindow();
}
