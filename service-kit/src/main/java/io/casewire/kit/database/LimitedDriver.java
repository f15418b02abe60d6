package io.casewire.kit.database;

import io.vertx.core.Context;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import io.vertx.core.impl.ContextInternal;
import io.vertx.pgclient.spi.PgDriver;
import io.vertx.sqlclient.SqlConnectOptions;
import io.vertx.sqlclient.SqlConnection;
import io.vertx.sqlclient.impl.Connection;
import io.vertx.sqlclient.impl.SqlConnectionInternal;
import io.vertx.sqlclient.spi.ConnectionFactory;
import java.net.ConnectException;
import java.time.Duration;
import java.util.function.Supplier;

/**
 * The driver for PostgreSQL, whose connections are given up when the server says nothing: while
 * they are made, and afterwards ({@link SilentConnection}).
 */
final class LimitedDriver extends PgDriver {

  private final Duration patience;

  /**
   * @param patience for a connection to be made
   */
  LimitedDriver(Duration patience) {
    this.patience = patience;
  }

  @Override
  public ConnectionFactory createConnectionFactory(
      Vertx vertx, Supplier<? extends Future<? extends SqlConnectOptions>> database) {
    return new Factory(super.createConnectionFactory(vertx, database), vertx, patience);
  }

  @Override
  public SqlConnectionInternal wrapConnection(
      ContextInternal context, ConnectionFactory factory, Connection connection) {
    ConnectionFactory own = factory instanceof Factory limited ? limited.factory() : factory;
    return super.wrapConnection(context, own, connection);
  }

  private record Factory(ConnectionFactory factory, Vertx vertx, Duration patience)
      implements ConnectionFactory {

    @Override
    public Future<SqlConnection> connect(Context context) {
      return limit(factory.connect(context));
    }

    @Override
    public Future<SqlConnection> connect(Context context, SqlConnectOptions options) {
      return limit(factory.connect(context, options));
    }

    @Override
    public void close(Promise<Void> closed) {
      factory.close(closed);
    }

    private Future<SqlConnection> limit(Future<SqlConnection> connecting) {
      Promise<SqlConnection> result = Promise.promise();
      long limit =
          vertx.setTimer(
              patience.toMillis(),
              timer -> result.tryFail(new ConnectException("the database says nothing")));
      connecting.onComplete(
          made -> {
            vertx.cancelTimer(limit);
            if (made.failed()) {
              result.tryFail(made.cause());
              return;
            }
            SilentConnection.close(made.result());
            if (!result.tryComplete(made.result())) {
              made.result().close();
            }
          });
      return result.future();
    }
  }
}
