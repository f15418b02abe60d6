package io.casewire.kit.database;

import io.quarkus.reactive.pg.client.PgPoolCreator;
import io.vertx.pgclient.spi.PgDriver;
import io.vertx.sqlclient.Pool;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.concurrent.TimeUnit;

/**
 * Bounds how long work waits for a connection. The defaults, 30 seconds for a free one and 60 for a
 * new one, are longer than a client waits for the answer that the database is away.
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
        input.vertx(),
        input.pgConnectOptionsList(),
        input
            .poolOptions()
            .setConnectionTimeout((int) PATIENCE.toSeconds())
            .setConnectionTimeoutUnit(TimeUnit.SECONDS));
  }
}
