package io.casewire.kit.loop;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** Settings of all loops. */
@ConfigMapping(prefix = "casewire.loops")
public interface LoopConfig {

  /**
   * How long a loop may neither finish a pass nor wait on purpose before liveness fails. It is much
   * longer than any pass takes: a pass that waits for an absent database ends with a failure.
   */
  @WithDefault("PT5M")
  Duration longestSilence();

  /** The longest wait after failures in a row, unless a loop has its own. */
  @WithDefault("PT5S")
  Duration longestBackOff();
}
