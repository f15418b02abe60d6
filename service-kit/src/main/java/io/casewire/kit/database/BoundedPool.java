package io.casewire.kit.database;

import io.quarkus.reactive.pg.client.PgPoolCreator;
import io.vertx.pgclient.spi.PgDriver;
import io.vertx.sqlclient.Pool;
import jakarta.inject.Singleton;
import java.time.Duration;

/**
 * Bounds how long work waits for a new connection: the default of 60 seconds is longer than a
 * client waits for the answer that the database is away. Who waits for a free one waits at the
 * turnstile of {@link io.casewire.kit.transaction.Transactions}.
 */
@Singleton
class BoundedPool implements PgPoolCreator {

  private static final Duration PATIENCE = Duration.ofSeconds(5);

  @Override
  public Pool create(Input input) {
    input
        .pgConnectOptionsList()
        .forEach(options -> options.setConnectTimeout((int) PATIENCE.toMillis()));
    return PgDriver.INSTANCE.createPool(
        input.vertx(), input.pgConnectOptionsList(), input.poolOptions().setConnectionTimeout(0));
  }
}
