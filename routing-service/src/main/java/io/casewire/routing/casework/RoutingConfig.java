package io.casewire.routing.casework;

import io.casewire.routing.life.CaseLife;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.Duration;

/** Settings of the life of a case. */
@ConfigMapping(prefix = "casewire.routing")
public interface RoutingConfig {

  /** How long a resolved case can be reopened by its customer; then it is closed. */
  @WithDefault("P14D")
  Duration reopenWindow();

  /** Makes the rules of a case's life of these settings. */
  @Singleton
  class Rules {

    @Produces
    @Singleton
    CaseLife life(RoutingConfig config) {
      return new CaseLife(config.reopenWindow());
    }
  }
}
