package io.casewire.routing.casework;

import io.casewire.routing.life.CaseLife;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;

/** The rules of a case's life with this installation's settings. */
@Singleton
class LifeRules {

  @Produces
  @Singleton
  CaseLife life(RoutingConfig config) {
    return new CaseLife(config.reopenWindow());
  }
}
