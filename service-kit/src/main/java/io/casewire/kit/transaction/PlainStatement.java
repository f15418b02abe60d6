package io.casewire.kit.transaction;

import io.smallrye.mutiny.Uni;
import io.vertx.core.buffer.Buffer;
import java.util.ArrayList;
import java.util.List;
import org.hibernate.reactive.mutiny.Mutiny;
import org.hibernate.reactive.mutiny.impl.MutinySessionImpl;
import org.hibernate.reactive.pool.ReactiveConnection;
import org.jspecify.annotations.Nullable;

/**
 * A statement of PostgreSQL in a session's transaction that Hibernate need not know of.
 *
 * <p>As a native query Hibernate would look through all entities for changes first, and plan the
 * statement anew at each execution; both cost more than the statement. So this writes no changed
 * entity beforehand: whoever depends on one flushes the session. Parameters are {@code $1}, {@code
 * $2} and so on, bound in this order; values are those of the PostgreSQL client, but that {@code
 * bytea} is a {@code byte[]}.
 */
public final class PlainStatement {

  private final ReactiveConnection connection;
  private final String sql;
  private final List<@Nullable Object> parameters = new ArrayList<>();

  private PlainStatement(ReactiveConnection connection, String sql) {
    this.connection = connection;
    this.sql = sql;
  }

  /** A statement in this session; nothing happens until it is executed. */
  public static PlainStatement of(Mutiny.Session session, String sql) {
    return new PlainStatement(((MutinySessionImpl) session).getReactiveConnection(), sql);
  }

  /**
   * Sends statements one after the other without waiting for answers in between. They are executed
   * in this order; when one fails, so does all of it.
   *
   * @param statements what each of these begins with is sent at once, the rest of it in its time
   */
  public static Uni<Void> together(Uni<?>... statements) {
    return Uni.combine().all().unis(List.of(statements)).discardItems();
  }

  /** Gives the next parameter its value. */
  public PlainStatement bind(@Nullable Object value) {
    parameters.add(value instanceof byte[] bytes ? Buffer.buffer(bytes) : value);
    return this;
  }

  /** Executes it and tells how many rows it changed. */
  public Uni<Integer> update() {
    return Uni.createFrom().completionStage(() -> connection.update(sql, parameters.toArray()));
  }

  /** All its rows. */
  public Uni<List<Object[]>> rows() {
    return Uni.createFrom()
        .completionStage(() -> connection.select(sql, parameters.toArray()))
        .map(PlainStatement::read);
  }

  /**
   * Its only row.
   *
   * @return fails with {@link IllegalStateException} unless there is exactly one
   */
  public Uni<Object[]> row() {
    return rows().map(rows -> only(rows));
  }

  /** The values of its first column. */
  public <T> Uni<List<T>> column(Class<T> type) {
    return rows().map(rows -> rows.stream().map(row -> type.cast(row[0])).toList());
  }

  /**
   * The first value of its only row.
   *
   * @return fails with {@link IllegalStateException} unless there is exactly one
   */
  public <T> Uni<T> value(Class<T> type) {
    return row().map(row -> type.cast(row[0]));
  }

  private static Object[] only(List<Object[]> rows) {
    if (rows.size() != 1) {
      throw new IllegalStateException("one row was expected, not " + rows.size());
    }
    return rows.getFirst();
  }

  private static List<Object[]> read(ReactiveConnection.Result result) {
    List<Object[]> rows = new ArrayList<>(result.size());
    while (result.hasNext()) {
      Object[] row = result.next();
      for (int i = 0; i < row.length; i++) {
        if (row[i] instanceof Buffer bytes) {
          row[i] = bytes.getBytes();
        }
      }
      rows.add(row);
    }
    return rows;
  }
}
