package io.casewire.kit.outbox;

import io.casewire.kit.id.Ids;
import io.casewire.kit.setaside.SetAside;
import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * The relay's statements. A bucket is held by a lock of the transaction: the holder alone reads,
 * sends and deletes its rows, so one subject is never sent by two replicas at once.
 */
final class OutboxTable {

  /** Names the relay among the users of advisory locks in this database. */
  static final int LOCK_SPACE = 0x0B0C;

  /**
   * Takes what is free, and lets the commit not wait for the disk: all the transaction does is to
   * delete what was sent. Should the database lose that in a crash, the rows are sent again, as
   * they may be anyway.
   */
  private static final String HOLD =
      """
      select bucket from
        (select set_config('synchronous_commit', 'off', true),
                set_config('statement_timeout', ?, true)) setting,
        generate_series(0, ?) bucket
      where pg_try_advisory_xact_lock(?, bucket)
      """;

  /**
   * The inner statement reads lengths alone, which lie beside the row; the texts are fetched for
   * what is sent. The first row comes whatever its size.
   */
  static final String UNSENT =
      """
      select id, topic, subject, headers, body, appended_at from (
        select *, sum(octet_length(body)) over (order by id
                   rows between unbounded preceding and 1 preceding) as bytes_before
        from (select * from outbox where bucket = any (?) order by id limit ?) oldest
      ) measured
      where coalesce(bytes_before, 0) < ? order by id
      """;

  /** At most, in UTF-8. */
  private static final int BYTES_OF_A_CHARACTER = 3;

  private static final String DELETE = "delete from outbox where id = any (?)";

  private static final String SET_ASIDE_AMONG =
      "select key from set_aside where queue = '" + OutboxQueue.NAME + "' and key = any (?)";

  private static final String MOVE_ASIDE =
      """
      with moved as (
        delete from outbox where id = any (?)
        returning id, bucket, topic, subject, headers, body, appended_at)
      insert into outbox_set_aside (id, bucket, topic, subject, headers, body, appended_at)
      select id, bucket, topic, subject, headers, body, appended_at from moved
      """;

  private OutboxTable() {}

  /**
   * Takes the buckets that no other replica holds, until the transaction ends.
   *
   * @param statementTimeout how long a further statement of the transaction may take
   */
  static List<Integer> holdFreeBuckets(Connection connection, String statementTimeout)
      throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(HOLD)) {
      statement.setString(1, statementTimeout);
      statement.setInt(2, Outbox.BUCKETS - 1);
      statement.setInt(3, LOCK_SPACE);
      try (ResultSet rows = statement.executeQuery()) {
        List<Integer> buckets = new ArrayList<>(Outbox.BUCKETS);
        while (rows.next()) {
          buckets.add(rows.getInt(1));
        }
        return buckets;
      }
    }
  }

  /**
   * The oldest unsent rows of the held buckets. A statement of its own, after the lock: its
   * snapshot must see what the previous holder has deleted.
   *
   * @param most rows
   * @param mostBytes after which no further row is taken
   */
  static List<UnsentRecord> unsent(
      Connection connection, List<Integer> buckets, int most, long mostBytes) throws SQLException {
    Array held = connection.createArrayOf("int4", buckets.toArray());
    try (PreparedStatement statement = connection.prepareStatement(UNSENT)) {
      statement.setArray(1, held);
      statement.setInt(2, most);
      statement.setLong(3, mostBytes);
      try (ResultSet rows = statement.executeQuery()) {
        List<UnsentRecord> records = new ArrayList<>();
        while (rows.next()) {
          records.add(
              new UnsentRecord(
                  rows.getLong(1),
                  rows.getString(2),
                  rows.getString(3),
                  rows.getString(4),
                  rows.getString(5),
                  rows.getTimestamp(6).toInstant()));
        }
        return records;
      }
    }
  }

  /** Whether there may be rows behind these, which a limit has cut off. */
  static boolean mayGoOn(List<UnsentRecord> unsent, int most, long mostBytes) {
    long characters = unsent.stream().mapToLong(record -> record.body().length()).sum();
    return unsent.size() == most || characters * BYTES_OF_A_CHARACTER >= mostBytes;
  }

  static void delete(Connection connection, List<Long> ids) throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(DELETE)) {
      statement.setArray(1, connection.createArrayOf("int8", ids.toArray()));
      statement.executeUpdate();
    }
  }

  /** Which of these keys are set aside. */
  static Set<String> setAsideAmong(Connection connection, Collection<String> keys)
      throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(SET_ASIDE_AMONG)) {
      statement.setArray(1, connection.createArrayOf("text", keys.toArray()));
      try (ResultSet rows = statement.executeQuery()) {
        Set<String> setAside = new HashSet<>();
        while (rows.next()) {
          setAside.add(rows.getString(1));
        }
        return setAside;
      }
    }
  }

  /** Puts a key on the list of what is set aside. */
  static void setAside(Connection connection, String key, String reason) throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(SetAside.ADD_BY_JDBC)) {
      statement.setObject(1, Ids.next());
      statement.setString(2, OutboxQueue.NAME);
      statement.setString(3, key);
      statement.setString(4, reason);
      statement.executeUpdate();
    }
  }

  /** Moves refused rows to {@code outbox_set_aside}. */
  static void moveAside(Connection connection, List<Long> ids) throws SQLException {
    if (ids.isEmpty()) {
      return;
    }
    try (PreparedStatement statement = connection.prepareStatement(MOVE_ASIDE)) {
      statement.setArray(1, connection.createArrayOf("int8", ids.toArray()));
      statement.executeUpdate();
    }
  }
}
