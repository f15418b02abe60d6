package io.casewire.kit.outbox;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.casewire.testkit.StackResource;
import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Rows of a transaction that is rolled back, so that the relay never sees them. */
@QuarkusTest
@WithTestResource(value = StackResource.class, scope = TestResourceScope.GLOBAL)
class OutboxTableTest {

  /** Of no key, so that only this test reads it. */
  private static final int BUCKET = -1;

  private static final int LARGE = 900_000;
  private static final long BYTES = 4_000_000;

  @Inject DataSource database;

  private Connection connection;

  @BeforeEach
  void begin() throws SQLException {
    connection = database.getConnection();
    connection.setAutoCommit(false);
  }

  @AfterEach
  void rollBack() throws SQLException {
    connection.rollback();
    connection.setAutoCommit(true);
    connection.close();
  }

  @Test
  void a_pass_of_large_rows_is_bounded_by_bytes() throws SQLException {
    // Given
    append(20, LARGE);

    // When
    List<UnsentRecord> unsent = unsent(500);

    // Then
    assertEquals(5, unsent.size());
    assertTrue(OutboxTable.mayGoOn(unsent, 500, BYTES));
  }

  @Test
  void the_oldest_row_comes_whatever_its_size() throws SQLException {
    // Given
    append(2, LARGE);

    // When
    List<UnsentRecord> unsent = OutboxTable.unsent(connection, List.of(BUCKET), 500, 1000);

    // Then
    assertEquals(1, unsent.size());
  }

  @Test
  void a_pass_of_small_rows_is_bounded_by_rows_and_in_order() throws SQLException {
    // Given
    append(20, 100);

    // When
    List<UnsentRecord> some = unsent(15);
    List<UnsentRecord> all = unsent(500);

    // Then
    assertEquals(15, some.size());
    assertTrue(OutboxTable.mayGoOn(some, 15, BYTES));
    assertEquals(20, all.size());
    assertFalse(OutboxTable.mayGoOn(all, 500, BYTES));
    assertEquals(all.stream().map(UnsentRecord::id).sorted().toList(), ids(all));
  }

  @Test
  void what_waits_beyond_a_pass_costs_it_nothing() throws SQLException {
    // Given
    append(20_000, 10);
    try (PreparedStatement analyze = connection.prepareStatement("analyze outbox")) {
      analyze.execute();
    }

    // When
    String plan = plan();

    // Then
    assertTrue(plan.contains("Index Scan"), plan);
    assertFalse(plan.contains("Seq Scan"), plan);
    assertFalse(plan.contains("Sort"), plan);
  }

  private List<UnsentRecord> unsent(int most) throws SQLException {
    return OutboxTable.unsent(connection, List.of(BUCKET), most, BYTES);
  }

  private void append(int count, int size) throws SQLException {
    try (PreparedStatement insert =
        connection.prepareStatement(
            """
            insert into outbox (bucket, topic, subject, headers, body)
            select ?, 'topic', 'subject', '{}', repeat('x', ?) from generate_series(1, ?)
            """)) {
      insert.setInt(1, BUCKET);
      insert.setInt(2, size);
      insert.setInt(3, count);
      insert.executeUpdate();
    }
  }

  private String plan() throws SQLException {
    try (PreparedStatement explain = connection.prepareStatement("explain " + OutboxTable.UNSENT)) {
      explain.setArray(1, connection.createArrayOf("int4", new Integer[] {BUCKET}));
      explain.setInt(2, 500);
      explain.setLong(3, BYTES);
      List<String> lines = new ArrayList<>();
      try (ResultSet rows = explain.executeQuery()) {
        while (rows.next()) {
          lines.add(rows.getString(1));
        }
      }
      return String.join("\n", lines);
    }
  }

  private static List<Long> ids(List<UnsentRecord> records) {
    return records.stream().map(UnsentRecord::id).toList();
  }
}
