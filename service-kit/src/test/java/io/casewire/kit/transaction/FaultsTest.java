package io.casewire.kit.transaction;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.smallrye.mutiny.CompositeException;
import io.vertx.core.impl.NoStackTraceThrowable;
import io.vertx.pgclient.PgException;
import java.io.IOException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FaultsTest {

  @ParameterizedTest
  @CsvSource(
      textBlock =
          """
          # SQLSTATE, goes away by waiting, is an outage
          08006, true,  true
          57P01, true,  true
          53300, true,  true
          40001, true,  false
          57014, true,  false
          40P01, true,  false
          55P03, true,  false
          57014, true,  false
          23505, false, false
          XX000, false, false
          99999, false, false
          42601, false, false
          """)
  void what_postgresql_says(String sqlState, boolean isTransient, boolean isOutage) {
    // Given
    RuntimeException failure =
        new IllegalStateException(new PgException("said", "ERROR", sqlState, null));

    // Then
    assertEquals(isTransient, Faults.isTransient(failure));
    assertEquals(isOutage, Faults.isOutage(failure));
  }

  @ParameterizedTest
  @CsvSource(
      textBlock =
          """
          # SQLSTATE, may be the statement's or the surroundings', says that the statement is at fault
          08006, false, false
          57014, true,  false
          25P02, true,  false
          XX000, true,  false
          99999, true,  false
          23505, false, true
          """)
  void what_postgresql_leaves_open(String sqlState, boolean isUnclear, boolean isKnown) {
    // Given
    RuntimeException failure =
        new IllegalStateException(new PgException("said", "ERROR", sqlState, null));

    // Then
    assertEquals(isUnclear, Faults.isUnclear(failure));
    assertEquals(isKnown, Faults.isKnown(failure));
  }

  @Test
  void a_connection_that_breaks_is_an_outage() {
    assertTrue(Faults.isOutage(new IllegalStateException(new IOException("reset"))));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Timeout",
        "Pool closed",
        "Connection is not active now, current status: CLOSED",
        "Pending requests failed to be sent due to connection has been closed."
      })
  void what_the_client_says_without_a_type(String message) {
    assertTrue(Faults.isOutage(new NoStackTraceThrowable(message)));
  }

  @Test
  void what_could_not_be_rolled_back_for_an_outage_was_an_outage() {
    // Given
    Throwable both =
        new CompositeException(
            new IllegalStateException("not active"),
            new IllegalStateException(new IOException("reset")));

    // Then
    assertTrue(Faults.isOutage(both));
  }

  @Test
  void a_fault_of_the_code_is_none() {
    assertFalse(Faults.isOutage(new IllegalStateException("of the code")));
  }
}
