package io.casewire.kit.database;

import static io.casewire.testkit.Eventually.eventually;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.casewire.kit.transaction.Faults;
import io.casewire.testkit.StackResource;
import io.casewire.testkit.TcpProxy;
import io.quarkus.reactive.pg.client.PgPoolCreator;
import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.pgclient.PgConnectOptions;
import io.vertx.sqlclient.Pool;
import io.vertx.sqlclient.PoolOptions;
import jakarta.inject.Inject;
import java.io.IOException;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.List;
import java.util.Properties;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(value = StackResource.class, scope = TestResourceScope.GLOBAL)
class VanishedDatabaseTest {

  private static final ConnectionLimits LIMITS = ShortLimits.create();

  @Inject Vertx vertx;

  @ConfigProperty(name = "quarkus.datasource.reactive.url")
  String url;

  @ConfigProperty(name = "quarkus.datasource.username")
  String user;

  @ConfigProperty(name = "quarkus.datasource.password")
  String password;

  private TcpProxy network;

  @BeforeEach
  void stand() {
    PgConnectOptions there = options();
    network = new TcpProxy(there.getHost(), there.getPort());
  }

  @AfterEach
  void close() throws IOException {
    network.close();
  }

  @Test
  void a_statement_that_is_never_answered_fails_as_an_outage_and_the_next_one_is_answered() {
    // Given
    Pool pool = pool();
    join(pool.query("select 1").execute());

    // When
    network.swallow();
    CompletionException failure =
        assertThrows(CompletionException.class, () -> join(pool.query("select 1").execute()));

    // Then
    assertTrue(Faults.isTransient(failure.getCause()), () -> String.valueOf(failure.getCause()));
    network.mend();
    eventually(() -> assertEquals(1, join(pool.query("select 1").execute()).size()));
    pool.close();
  }

  @Test
  void a_database_that_takes_connections_and_says_nothing_is_left_again() {
    Pool pool = pool();

    network.swallow();
    assertThrows(CompletionException.class, () -> join(pool.query("select 1").execute()));

    network.mend();
    eventually(() -> assertEquals(1, join(pool.query("select 1").execute()).size()));
    pool.close();
  }

  @Test
  void the_server_ends_a_statement_that_takes_too_long() {
    Pool pool = pool();

    CompletionException failure =
        assertThrows(
            CompletionException.class, () -> join(pool.query("select pg_sleep(60)").execute()));

    assertTrue(Faults.isUnclear(failure.getCause()), () -> String.valueOf(failure.getCause()));
    pool.close();
  }

  @Test
  void a_connection_of_the_relay_is_given_up_too() throws SQLException {
    // Given
    Properties properties = new Properties();
    properties.setProperty("user", user);
    properties.setProperty("password", password);
    try (Connection connection =
        DriverManager.getConnection(
            "jdbc:postgresql://127.0.0.1:%d/%s".formatted(network.port(), options().getDatabase()),
            properties)) {
      LIMITS.limit(connection);
      connection.createStatement().execute("select 1");

      // When
      network.swallow();
      SQLException failure =
          assertThrows(SQLException.class, () -> connection.createStatement().execute("select 1"));

      // Then
      assertEquals("08006", failure.getSQLState());
    }
  }

  private Pool pool() {
    PgConnectOptions options = options().setHost("127.0.0.1").setPort(network.port());
    return new BoundedPool(LIMITS)
        .create(
            new PgPoolCreator.Input() {
              @Override
              public Vertx vertx() {
                return vertx;
              }

              @Override
              public PoolOptions poolOptions() {
                return new PoolOptions().setMaxSize(1);
              }

              @Override
              public List<PgConnectOptions> pgConnectOptionsList() {
                return List.of(options);
              }
            });
  }

  private PgConnectOptions options() {
    return PgConnectOptions.fromUri(url.replaceFirst("^vertx-reactive:", ""))
        .setUser(user)
        .setPassword(password);
  }

  private static <T> T join(Future<T> answer) {
    try {
      return answer.toCompletionStage().toCompletableFuture().get(1, TimeUnit.MINUTES);
    } catch (ExecutionException e) {
      throw new CompletionException(e.getCause());
    } catch (InterruptedException | TimeoutException e) {
      throw new AssertionError("there was no answer of any kind", e);
    }
  }
}
