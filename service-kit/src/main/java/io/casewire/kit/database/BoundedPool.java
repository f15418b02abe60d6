package io.casewire.kit.database;

import io.quarkus.reactive.pg.client.PgPoolCreator;
import io.vertx.sqlclient.Pool;
import jakarta.inject.Singleton;
import java.util.concurrent.TimeUnit;

/**
 * The pool of connections, each of them with its {@link ConnectionLimits}. A transaction waits for
 * a free connection in the queue of {@link io.casewire.kit.transaction.Transactions} and not here.
 */
@Singleton
class BoundedPool implements PgPoolCreator {

  private final ConnectionLimits limits;

  BoundedPool(ConnectionLimits limits) {
    this.limits = limits;
  }

  @Override
  public Pool create(Input input) {
    input.pgConnectOptionsList().forEach(limits::limit);
    return new LimitedDriver(limits.patience())
        .createPool(
            input.vertx(),
            input.pgConnectOptionsList(),
            input
                .poolOptions()
                .setConnectionTimeout(0)
                .setIdleTimeout((int) limits.unusedFor().toMillis())
                .setIdleTimeoutUnit(TimeUnit.MILLISECONDS));
  }
}
