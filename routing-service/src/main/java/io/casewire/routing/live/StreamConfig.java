package io.casewire.routing.live;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** Settings of the desk's event stream. */
@ConfigMapping(prefix = "casewire.routing.stream")
interface StreamConfig {

  /**
   * How often a stream without news says that it still stands. Proxies close what is silent for a
   * minute, and a page opens the stream anew when it has missed two.
   */
  @WithDefault("PT15S")
  Duration heartbeat();
}
