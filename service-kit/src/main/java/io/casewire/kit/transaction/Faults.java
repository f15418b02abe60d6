package io.casewire.kit.transaction;

import com.fasterxml.jackson.core.JacksonException;
import io.vertx.core.VertxException;
import io.vertx.core.impl.NoStackTraceThrowable;
import io.vertx.pgclient.PgException;
import java.io.IOException;
import java.sql.SQLException;
import java.util.Set;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;
import org.hibernate.JDBCException;

/**
 * Tells a fault of the surroundings, which goes away by waiting, from a fault of the data or the
 * code, which does not.
 */
public final class Faults {

  /** SQLSTATE classes (SQL:2023, PostgreSQL appendix A) that speak of the data or the statement. */
  private static final Set<String> ABOUT_THE_STATEMENT =
      Set.of("0A", "21", "22", "23", "42", "44", "P0");

  /** What the pool says, which has no types for it: none came free, or the service is stopping. */
  private static final Set<String> OF_THE_POOL = Set.of("Timeout", "Pool closed");

  private Faults() {}

  /** Whether trying the same again later can help: the database or network was at fault. */
  public static boolean isTransient(Throwable failure) {
    return causesOf(failure).anyMatch(Faults::isTransientItself);
  }

  private static boolean isTransientItself(Throwable failure) {
    return switch (failure) {
      case PgException e -> isTransientState(e.getSqlState());
      case JDBCException e -> isTransientState(e.getSQLState());
      case SQLException e -> isTransientState(e.getSQLState());
      case IOException e -> !(e instanceof JacksonException);
      case TimeoutException e -> true;
      case DatabaseBusyException e -> true;
      case VertxException e -> true;
      case NoStackTraceThrowable e -> OF_THE_POOL.contains(String.valueOf(e.getMessage()));
      default -> false;
    };
  }

  private static boolean isTransientState(String sqlState) {
    return sqlState != null
        && sqlState.length() == 5
        && !ABOUT_THE_STATEMENT.contains(sqlState.substring(0, 2));
  }

  private static Stream<Throwable> causesOf(Throwable failure) {
    return Stream.iterate(failure, e -> e != null && e != e.getCause(), Throwable::getCause)
        .limit(20);
  }
}
