package io.casewire.kit.outbox;

import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/**
 * The relay's statements. A bucket is held by a lock of the transaction: the holder alone reads,
 * sends and deletes its rows, so one subject is never sent by two replicas at once.
 */
final class OutboxTable {

  /** Names the relay among the users of advisory locks in this database. */
  private static final int LOCK_SPACE = 0x0B0C;

  /**
   * Takes what is free, and lets the commit not wait for the disk: all the transaction does is to
   * delete what was sent. Should the database lose that in a crash, the rows are sent again, as
   * they may be anyway.
   */
  private static final String HOLD =
      """
      select bucket from
        (select set_config('synchronous_commit', 'off', true)) setting,
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

  private OutboxTable() {}

  /** The buckets that nobody else holds; they are this transaction's until it ends. */
  static List<Integer> holdFreeBuckets(Connection connection) throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(HOLD)) {
      statement.setInt(1, Outbox.BUCKETS - 1);
      statement.setInt(2, LOCK_SPACE);
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
}
