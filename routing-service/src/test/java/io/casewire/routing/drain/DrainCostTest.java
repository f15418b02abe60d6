package io.casewire.routing.drain;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.casewire.testkit.StackResource;
import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What the drainer reads depends on what it can give, not on what waits or is stored. */
@QuarkusTest
@WithTestResource(value = StackResource.class, scope = TestResourceScope.GLOBAL)
class DrainCostTest {

  private static final int WAITING = 100_000;

  @Inject DataSource database;

  private Connection connection;

  @BeforeEach
  void a_hundred_thousand_cases_wait_among_two_hundred_thousand() throws SQLException {
    connection = database.getConnection();
    connection.setAutoCommit(false);
    try (Statement statement = connection.createStatement()) {
      statement.execute(
          """
          insert into routing_case (id, case_number, status, owner, queue, priority, category,
            language, channel, reply_channel, assurance, subject, customer_id, opened_at, updated_at,
            waiting_since, reopen_count, seen_intake_seq, answered_intake_seq, deadlines, held_units,
            correlation_id, event_sequence, version)
          select uuidv7(), 'COST-' || n, case when n <= %d then 'OPEN' else 'CLOSED' end, null,
            'cost', (array['URGENT', 'HIGH', 'NORMAL', 'LOW'])[n %% 4 + 1], 'OTHER',
            case when n %% 1000 = 0 then 'fr' else (array['en', 'zh'])[n %% 2 + 1] end,
            (array['web', 'email', 'chat'])[n %% 3 + 1], 'email', 'NONE', 'Cost', uuidv7(),
            now(), now(), now() - make_interval(secs => n), 0, 0, 0, '', 0, 'cost', 0, 0
          from generate_series(1, %d) n
          """
              .formatted(WAITING, 2 * WAITING));
      statement.execute("analyze routing_case");
    }
  }

  @AfterEach
  void forget_them() throws SQLException {
    connection.rollback();
    connection.setAutoCommit(true);
    connection.close();
  }

  @Test
  void the_first_cases_of_a_lane_are_read_from_its_index_and_no_others() throws SQLException {
    List<String> plan =
        explain(
            WaitingCases.FIRST
                .replace("$1", "'cost'")
                .replace("$2", "array['fr']")
                .replace("$3", "array['chat']")
                .replace("$4", "10")
                .replace("$5", "'assignment'"));

    assertUsesOnly("routing_case_lane", plan);
    assertReadsAtMost(40, plan);
  }

  @Test
  void the_lanes_of_a_queue_are_found_by_one_probe_each() throws SQLException {
    List<String> plan = explain(WaitingCases.LANES.replace("$1", "'cost'"));

    assertUsesOnly("routing_case_lane", plan);
    assertReadsAtMost(40, plan);
  }

  @Test
  void the_oldest_case_of_each_queue_is_found_by_one_probe_each() throws SQLException {
    List<String> plan = explain(AssignmentMetrics.OLDEST);

    assertUsesOnly("routing_case_waiting", plan);
  }

  private static void assertUsesOnly(String index, List<String> plan) {
    String text = String.join("\n", plan);
    assertAll(
        () -> assertTrue(text.contains(index), text),
        () -> assertFalse(text.contains("Seq Scan on routing_case"), text),
        () -> assertFalse(text.contains("Sort Key: routing_case"), text));
  }

  /** Rows that the scans of the case table have touched, given and thrown away. */
  private static void assertReadsAtMost(int rows, List<String> plan) {
    long read = 0;
    for (String line : plan) {
      if (line.contains("routing_case") && line.contains("actual rows=")) {
        read += number(line, "actual rows=") * number(line, "loops=");
      } else if (line.contains("Rows Removed by Filter:")) {
        read += number(line, "Rows Removed by Filter: ");
      }
    }
    long found = read;
    assertTrue(found <= rows, () -> found + " rows\n" + String.join("\n", plan));
  }

  private static long number(String line, String after) {
    String rest = line.substring(line.indexOf(after) + after.length());
    return (long) Double.parseDouble(rest.replaceAll("[^0-9.].*", ""));
  }

  private List<String> explain(String sql) throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet rows =
            statement.executeQuery(
                "explain (analyze, costs off, timing off, summary off) " + sql)) {
      List<String> lines = new ArrayList<>();
      while (rows.next()) {
        lines.add(rows.getString(1));
      }
      return lines;
    }
  }
}
