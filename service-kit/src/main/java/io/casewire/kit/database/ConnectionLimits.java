package io.casewire.kit.database;

import io.vertx.pgclient.PgConnectOptions;
import io.vertx.sqlclient.SqlConnection;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.concurrent.TimeUnit;

/**
 * Gives every connection to the database an end: a host that vanishes without a reset is noticed
 * within {@link DatabaseConfig#silence}, and not after the quarter of an hour for which TCP sends
 * again.
 */
@ApplicationScoped
public class ConnectionLimits {

  private static final int KEEP_ALIVE_SECONDS = 5;
  private static final int KEEP_ALIVE_COUNT = 3;

  private final DatabaseConfig config;

  ConnectionLimits(DatabaseConfig config) {
    this.config = config;
    if (config.silence().compareTo(config.statementTimeout()) <= 0) {
      throw new IllegalArgumentException(
          "casewire.database.silence must be longer than casewire.database.statement-timeout");
    }
  }

  /** Limits a connection that asks and waits for the answer. */
  public PgConnectOptions limit(PgConnectOptions options) {
    common(options).setIdleTimeout((int) config.silence().toMillis());
    return options;
  }

  /** Limits a connection that listens: its holder has to ask from time to time. */
  public PgConnectOptions limitListening(PgConnectOptions options) {
    common(options).setReadIdleTimeout((int) config.silence().toMillis());
    return options;
  }

  /** How often the holder of a listening connection has to ask. */
  public Duration askEvery() {
    return config.silence().dividedBy(3);
  }

  /** Has a listening connection closed when nothing is heard on it. */
  public void closeWhenSilent(SqlConnection listening) {
    SilentConnection.close(listening);
  }

  /** How long it may take to make a connection, with all that is said on it first. */
  Duration patience() {
    return config.silence();
  }

  /** An unused connection leaves the pool after this time, before the limit above closes it. */
  Duration unusedFor() {
    return config.silence().multipliedBy(3).dividedBy(4);
  }

  /** Limits a connection of JDBC. */
  public void limit(Connection connection) throws SQLException {
    connection.setNetworkTimeout(Runnable::run, (int) config.silence().toMillis());
  }

  /** In milliseconds, as a setting of the server. */
  public String statementTimeout() {
    return String.valueOf(config.statementTimeout().toMillis());
  }

  private PgConnectOptions common(PgConnectOptions options) {
    options
        .setIdleTimeoutUnit(TimeUnit.MILLISECONDS)
        .setConnectTimeout((int) config.connectTimeout().toMillis())
        .addProperty("statement_timeout", statementTimeout())
        .setTcpKeepAlive(true)
        // These are heeded where Netty's native transport is on the class path.
        .setTcpKeepAliveIdleSeconds(KEEP_ALIVE_SECONDS)
        .setTcpKeepAliveIntervalSeconds(KEEP_ALIVE_SECONDS)
        .setTcpKeepAliveCount(KEEP_ALIVE_COUNT)
        .setTcpUserTimeout((int) config.statementTimeout().toMillis());
    return options;
  }
}
