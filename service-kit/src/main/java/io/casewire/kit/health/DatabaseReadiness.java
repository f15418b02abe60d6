package io.casewire.kit.health;

import io.smallrye.health.api.AsyncHealthCheck;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;

/**
 * A service is ready while its database answers. The broker is no part of this: without it events
 * wait in the outbox and requests are still answered. Nor is how much there is to do: one
 * connection is never given to requests, since a service that were taken out of use or started anew
 * for being busy would leave even more to do to the others.
 */
@Readiness
@ApplicationScoped
class DatabaseReadiness implements AsyncHealthCheck {

  /** Well under the usual time-out of a probe, so that the probe sees the reason. */
  private static final Duration PATIENCE = Duration.ofMillis(800);

  private final Pool pool;

  DatabaseReadiness(Pool pool) {
    this.pool = pool;
  }

  @Override
  public Uni<HealthCheckResponse> call() {
    return pool.query("select 1")
        .execute()
        .ifNoItem()
        .after(PATIENCE)
        .fail()
        .map(answered -> HealthCheckResponse.up("database"))
        .onFailure()
        .recoverWithItem(failure -> HealthCheckResponse.down("database"));
  }
}
