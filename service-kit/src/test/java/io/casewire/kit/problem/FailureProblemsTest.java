package io.casewire.kit.problem;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;

import io.vertx.core.VertxException;
import io.vertx.pgclient.PgException;
import java.net.ConnectException;
import java.sql.SQLException;
import java.util.Map;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeoutException;
import org.hibernate.exception.JDBCConnectionException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FailureProblemsTest {

  @ParameterizedTest
  @ValueSource(strings = {"57P01", "57P02", "57P03", "08006", "53300", "53100", "25006", "40001"})
  void a_database_that_is_away_or_full_is_an_outage(String sqlState) {
    assertOutage(new PgException("gone", "FATAL", sqlState, null));
  }

  @ParameterizedTest
  @ValueSource(strings = {"23505", "42P01", "22021"})
  void a_statement_that_can_not_work_is_a_fault_of_ours(String sqlState) {
    Problem problem = FailureProblems.of(new PgException("no", "ERROR", sqlState, null));

    assertEquals(500, problem.status());
  }

  @Test
  void a_connection_that_fails_is_an_outage_however_it_is_wrapped() {
    assertOutage(new ConnectException("refused"));
    assertOutage(new CompletionException(new ConnectException("refused")));
    assertOutage(new TimeoutException());
    assertOutage(new VertxException("closed"));
    assertOutage(new JDBCConnectionException("gone", new SQLException("gone", "08006")));
  }

  @Test
  void a_problem_stays_what_it_is() {
    Problem problem = Problem.notFound();

    assertSame(problem, FailureProblems.of(problem));
  }

  private static void assertOutage(Throwable failure) {
    ProblemDetails details = FailureProblems.of(failure).details();
    assertEquals(503, details.status(), failure::toString);
    assertEquals(Map.of("Retry-After", "5"), details.headers());
  }
}
