package io.casewire.kit.transaction;

import static io.casewire.testkit.Eventually.eventually;
import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.notNullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.casewire.testkit.StackResource;
import io.casewire.testkit.Tokens;
import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.smallrye.mutiny.subscription.Cancellable;
import jakarta.inject.Inject;
import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import javax.sql.DataSource;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(value = StackResource.class, scope = TestResourceScope.GLOBAL)
class BoundedReadTest {

  private static final Duration PATIENCE = Duration.ofSeconds(60);

  @Inject Transactions transactions;
  @Inject DataSource database;

  @TestHTTPResource("/")
  URI root;

  @ConfigProperty(name = "quarkus.datasource.reactive.max-size")
  int connections;

  @Test
  void a_read_that_takes_too_long_is_stopped_and_its_client_is_told() {
    given()
        .auth()
        .oauth2(Tokens.of("boss", "supervisor"))
        .get("/reads/slow")
        .then()
        .statusCode(503)
        .contentType("application/problem+json")
        .header("Retry-After", notNullValue())
        .body("type", endsWith(":too-slow"))
        .body("detail", containsString("3000 ms"));
  }

  @Test
  void what_is_read_for_many_has_the_limit_of_every_statement() {
    assertEquals(
        "10s",
        transactions
            .forBatches()
            .read(
                session ->
                    PlainStatement.of(session, "select current_setting('statement_timeout')")
                        .value(String.class))
            .await()
            .atMost(PATIENCE));
  }

  @Test
  void the_statement_of_a_client_that_leaves_is_stopped_at_once() {
    // Given
    List<Cancellable> reads =
        IntStream.range(0, connections - Transactions.KEPT_FREE)
            .mapToObj(ignored -> transactions.read(SlowReads::endless).subscribe().with(row -> {}))
            .toList();
    eventually(() -> assertEquals(reads.size(), running()));

    // When
    reads.forEach(Cancellable::cancel);

    // Then
    eventually(() -> assertEquals(0, running()));
    assertEquals(
        1,
        transactions
            .read(session -> PlainStatement.of(session, "select 1").value(Integer.class))
            .await()
            .atMost(PATIENCE));
  }

  @Test
  void a_connection_that_breaks_ends_the_read_of_its_request() throws IOException {
    // Given
    try (Socket client = new Socket(root.getHost(), root.getPort())) {
      client
          .getOutputStream()
          .write(
              """
              GET /reads/endless HTTP/1.1\r
              Host: localhost\r
              Authorization: Bearer %s\r
              \r
              """
                  .formatted(Tokens.of("boss", "supervisor"))
                  .getBytes(StandardCharsets.US_ASCII));
      eventually(() -> assertEquals(1, running()));
    }

    // Then
    eventually(() -> assertEquals(0, running()));
  }

  @Test
  void a_failure_of_the_read_itself_stays_what_it_is() {
    assertThrows(
        IllegalStateException.class,
        () ->
            transactions
                .read(
                    session -> {
                      throw new IllegalStateException("on purpose");
                    })
                .await()
                .atMost(PATIENCE));
  }

  private int running() throws SQLException {
    try (Connection connection = database.getConnection();
        PreparedStatement statement =
            connection.prepareStatement(
                "select count(*) from pg_stat_activity where state = 'active' and query = ?")) {
      statement.setString(1, SlowReads.ENDLESS);
      try (ResultSet count = statement.executeQuery()) {
        count.next();
        return count.getInt(1);
      }
    }
  }
}
