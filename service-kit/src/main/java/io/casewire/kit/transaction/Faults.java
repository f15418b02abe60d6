package io.casewire.kit.transaction;

import com.fasterxml.jackson.core.JacksonException;
import io.casewire.events.envelope.MalformedEnvelopeException;
import io.smallrye.mutiny.CompositeException;
import io.vertx.core.VertxException;
import io.vertx.core.impl.NoStackTraceThrowable;
import io.vertx.pgclient.PgException;
import java.io.IOException;
import java.sql.SQLException;
import java.util.List;
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
      Set.of("0A", "21", "22", "23", "42", "44", "54", "P0");

  /**
   * Classes that speak of the database and the way to it: connections, state of transactions,
   * authorisation, resources, operators, the system, snapshots, configuration.
   */
  private static final Set<String> ABOUT_THE_DATABASE =
      Set.of("08", "25", "28", "3D", "53", "57", "58", "72", "F0");

  /** Within those classes: the statement took too long, or came after one that had failed. */
  private static final Set<String> UNCLEAR = Set.of("57014", "25P02");

  /** Classes for a conflict with another transaction: a rollback, a lock that was not available. */
  private static final Set<String> ABOUT_COMPETITION = Set.of("40", "55");

  private static final String QUERY_CANCELLED = "57014";

  /** How the client for PostgreSQL begins what it has no types for: no connection, or none left. */
  private static final List<String> OF_THE_CLIENT =
      List.of(
          "Timeout",
          "Pool closed",
          "Connection is not active now",
          "Pending requests failed to be sent");

  private static final int MOST_CAUSES = 20;

  private Faults() {}

  /** Whether trying the same again later can help: the database or network was at fault. */
  public static boolean isTransient(Throwable failure) {
    return causesOf(failure).anyMatch(Faults::isTransientItself);
  }

  /** Whether the database stopped a statement: it took too long, or its client has left. */
  static boolean isCancelled(Throwable failure) {
    return causesOf(failure).anyMatch(cause -> sqlStateOf(cause).equals(QUERY_CANCELLED));
  }

  /** Whether the database is away, so that every transaction would fail at the moment. */
  static boolean isOutage(Throwable failure) {
    return isTransient(failure)
        && !isUnclear(failure)
        && causesOf(failure).noneMatch(cause -> ABOUT_COMPETITION.contains(classOf(cause)));
  }

  /**
   * Whether the database has said what may come from the data as well as from the surroundings: a
   * statement that took too long, or a class that is not known here. Trying again helps, or never
   * does.
   */
  public static boolean isUnclear(Throwable failure) {
    return causesOf(failure).anyMatch(Faults::isUnclearItself);
  }

  /** Whether the failure says by its kind that the data or the statement is at fault. */
  public static boolean isKnown(Throwable failure) {
    return causesOf(failure)
        .anyMatch(
            cause ->
                cause instanceof MalformedEnvelopeException
                    || cause instanceof JacksonException
                    || ABOUT_THE_STATEMENT.contains(classOf(cause)));
  }

  /**
   * The kind of a failure for operators: the name of its class, and the SQLSTATE if the database
   * gave one. Never its message, which may quote content.
   */
  public static String nameOf(Throwable failure) {
    return failure.getClass().getSimpleName()
        + causesOf(failure)
            .map(Faults::sqlStateOf)
            .filter(sqlState -> !sqlState.isEmpty())
            .findFirst()
            .map(sqlState -> " " + sqlState)
            .orElse("");
  }

  private static String classOf(Throwable failure) {
    String sqlState = sqlStateOf(failure);
    return sqlState.length() == 5 ? sqlState.substring(0, 2) : "";
  }

  private static String sqlStateOf(Throwable failure) {
    String sqlState =
        switch (failure) {
          case PgException e -> e.getSqlState();
          case JDBCException e -> e.getSQLState();
          case SQLException e -> e.getSQLState();
          default -> null;
        };
    return sqlState == null ? "" : sqlState;
  }

  private static boolean isTransientItself(Throwable failure) {
    return switch (failure) {
      case PgException _, JDBCException _, SQLException _ -> isTransientClass(classOf(failure));
      case IOException e -> !(e instanceof JacksonException);
      case TimeoutException e -> true;
      case DatabaseBusyException e -> true;
      case VertxException e -> true;
      case NoStackTraceThrowable e -> isOfTheClient(String.valueOf(e.getMessage()));
      default -> false;
    };
  }

  private static boolean isOfTheClient(String message) {
    return OF_THE_CLIENT.stream().anyMatch(message::startsWith);
  }

  private static boolean isTransientClass(String sqlStateClass) {
    return ABOUT_THE_DATABASE.contains(sqlStateClass) || ABOUT_COMPETITION.contains(sqlStateClass);
  }

  private static boolean isUnclearItself(Throwable failure) {
    String sqlStateClass = classOf(failure);
    return UNCLEAR.contains(sqlStateOf(failure))
        || !sqlStateClass.isEmpty()
            && !isTransientClass(sqlStateClass)
            && !ABOUT_THE_STATEMENT.contains(sqlStateClass);
  }

  /** With what failed in the attempt to tidy up after it. */
  private static Stream<Throwable> causesOf(Throwable failure) {
    return Stream.iterate(failure, e -> e != null && e != e.getCause(), Throwable::getCause)
        .limit(MOST_CAUSES)
        .mapMulti(
            (cause, each) -> {
              if (cause instanceof CompositeException several) {
                several.getCauses().stream().flatMap(Faults::causesOf).forEach(each);
              } else {
                each.accept(cause);
              }
            });
  }
}
