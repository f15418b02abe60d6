package io.casewire.routing;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.sql.DataSource;

/**
 * Two hundred thousand cases for tests of cost, in a schema of their own beside the tables of the
 * other tests. They are seeded once for each database.
 *
 * <p>100,000 wait in the queue {@code cost}. Of the other, newer ones, which are in q1 to q8, most
 * are closed; each is owned by one of a0 to a199. Every other case has the word {@code payment};
 * the oldest 30,000 have the word {@code ancient}.
 */
public final class SeededCases implements AutoCloseable {

  /** Where they are. */
  public static final String SCHEMA = "seeded";

  private static final int WAITING = 100_000;

  private static final String TABLES =
      """
      do $$
      declare
        t text;
        definition text;
      begin
        create schema seeded;
        foreach t in array
          array['routing_case', 'case_text', 'case_look', 'queue', 'agent', 'declined', 'set_aside']
        loop
          execute format(
            'create table seeded.%I (like public.%I including defaults including generated '
            || 'including identity)', t, t);
          for definition in
            select indexdef from pg_indexes where schemaname = 'public' and tablename = t
          loop
            execute replace(definition, ' ON public.', ' ON seeded.');
          end loop;
        end loop;
      end $$
      """;

  private static final String QUEUES =
      """
      insert into queue (id, version, event_sequence)
      select id, 1, 0 from unnest(
        array['cost', 'q1', 'q2', 'q3', 'q4', 'q5', 'q6', 'q7', 'q8']) id
      """;

  private static final String CASES =
      """
      insert into routing_case (id, case_number, status, owner, queue, priority, category,
        language, channel, reply_channel, assurance, subject, customer_id, opened_at, updated_at,
        waiting_since, due_at, reopen_count, seen_intake_seq, answered_intake_seq, deadlines,
        held_units, correlation_id, event_sequence, version)
      select uuidv7(), 'CW-' || n, case when n <= %1$d or n %% 20 < 2 then 'OPEN'
          when n %% 20 = 2 then 'PENDING' when n %% 20 = 3 then 'RESOLVED' else 'CLOSED' end,
        case when n > %1$d then 'a' || n %% 199 end,
        case when n <= %1$d then 'cost' else 'q' || n %% 7 + 1 end,
        (array['URGENT', 'HIGH', 'NORMAL', 'LOW'])[n %% 4 + 1], 'OTHER',
        case when n %% 1000 = 0 then 'fr' else (array['en', 'zh'])[n %% 2 + 1] end,
        (array['web', 'email', 'chat'])[n %% 3 + 1], 'email', 'NONE', 'Cost', uuidv7(),
        now(), now(), now() - make_interval(secs => n),
        case when n %% 2 = 0 then now() + make_interval(secs => n - 150000) end,
        0, 0, 0, '', 0, 'cost', 0, 0
      from generate_series(1, %2$d) n
      """
          .formatted(WAITING, 2 * WAITING);

  private static final String TEXTS =
      """
      insert into case_text (case_id, id, intake_seq, text, terms)
      select id, id, 1, '', array['cw', substr(case_number, 4), 'w' || n %% 5000]
        || case when n %% 2 = 0 then array['payment'] else '{}' end
        || case when n <= 30000 then array['ancient'] else '{}' end
      from (select *, cast(substr(case_number, 4) as integer) as n from routing_case) numbered
      order by id
      """
          .replace("%%", "%");

  private final Connection connection;

  private SeededCases(Connection connection) {
    this.connection = connection;
  }

  /** Seeds them unless they are there. */
  public static SeededCases in(DataSource database) throws SQLException {
    Connection connection = database.getConnection();
    connection.setAutoCommit(false);
    SeededCases cases = new SeededCases(connection);
    if (cases.execute("select from pg_namespace where nspname = 'seeded'").isEmpty()) {
      cases.execute(TABLES);
      cases.execute("set local search_path = seeded");
      cases.execute(QUEUES);
      cases.execute(CASES);
      cases.execute(TEXTS);
      cases.execute("analyze routing_case, case_text, queue");
      connection.commit();
    }
    cases.execute("set local search_path = seeded, public");
    return cases;
  }

  /**
   * The plan by which the database has executed a statement; of its two ways to plan a prepared
   * statement, without the values of the parameters first.
   */
  public List<Plan> explain(String sql, Object... parameters) throws SQLException {
    execute("prepare explained as " + sql);
    try {
      return List.of(
          planned("force_generic_plan", parameters), planned("force_custom_plan", parameters));
    } finally {
      execute("deallocate explained");
    }
  }

  /** Asserts that all of them read this index, and no more rows of the tables than these. */
  public static void assertReads(String index, int rows, List<Plan> plans) {
    assertAll(
        plans.stream()
            .map(
                plan ->
                    () -> {
                      assertTrue(plan.uses(index), () -> "not " + index + "\n" + plan);
                      assertFalse(plan.readsAll(), plan::toString);
                      assertTrue(plan.rows() <= rows, () -> plan.rows() + " rows\n" + plan);
                    }));
  }

  private Plan planned(String mode, Object... parameters) throws SQLException {
    execute("set local plan_cache_mode = " + mode);
    String values =
        Stream.of(parameters).map(SeededCases::literal).collect(Collectors.joining(", "));
    return new Plan(
        execute(
            "explain (analyze, costs off, timing off, summary off) execute explained"
                + (values.isEmpty() ? "" : "(" + values + ")")));
  }

  private static String literal(Object value) {
    return switch (value) {
      case String text -> "'" + text + "'";
      case UUID id -> "'" + id + "'";
      case String[] texts -> "'{" + String.join(",", texts) + "}'";
      default -> value.toString();
    };
  }

  private List<String> execute(String sql) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      List<String> rows = new ArrayList<>();
      if (statement.execute(sql)) {
        ResultSet result = statement.getResultSet();
        int columns = result.getMetaData().getColumnCount();
        while (result.next()) {
          rows.add(columns == 0 ? "" : result.getString(1));
        }
      }
      return rows;
    }
  }

  @Override
  public void close() throws SQLException {
    connection.rollback();
    connection.setAutoCommit(true);
    connection.close();
  }

  /** A plan with what its steps have done. */
  public record Plan(List<String> lines) {

    /** Whether a step reads this index. */
    public boolean uses(String index) {
      return lines.stream()
          .anyMatch(line -> line.matches(".*(using|Index Scan on) " + index + " .*"));
    }

    /** Whether a step reads all rows of a table that grows with the cases. */
    public boolean readsAll() {
      return lines.stream()
          .anyMatch(line -> line.matches(".*Seq Scan on (routing_case|case_text).*"));
    }

    /** Rows that the scans of the tables have touched, given and thrown away. */
    public long rows() {
      return IntStream.range(0, lines.size()).mapToLong(this::rowsAt).sum();
    }

    private long rowsAt(int line) {
      String step = lines.get(line);
      if (!step.matches(".*(Index|Only|Heap|Seq) Scan (using \\w+ )?on (routing_case|case_text) .*")
          || !step.contains("actual rows=")) {
        return 0;
      }
      double removed =
          lines.stream()
              .skip(line + 1L)
              .takeWhile(below -> !below.contains("actual"))
              .filter(below -> below.contains("Rows Removed by"))
              .mapToDouble(below -> number(below, ": "))
              .sum();
      return Math.round((number(step, "actual rows=") + removed) * number(step, "loops="));
    }

    private static double number(String line, String after) {
      String rest = line.substring(line.indexOf(after) + after.length());
      return Double.parseDouble(rest.replaceAll("[^0-9.].*", ""));
    }

    @Override
    public String toString() {
      return String.join("\n", lines);
    }
  }
}
