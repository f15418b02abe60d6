package io.casewire.intake.conversation;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.casewire.testkit.StackResource;
import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.configuration.FluentConfiguration;
import org.junit.jupiter.api.Test;

/** Rows of earlier versions, each in a schema of its own. */
@QuarkusTest
@WithTestResource(value = StackResource.class, scope = TestResourceScope.GLOBAL)
class MigrationTest {

  private static final String CHATS = "earlier_chats";
  private static final String CUSTOMERS = "earlier_customers";

  @ConfigProperty(name = "quarkus.datasource.jdbc.url")
  String url;

  @ConfigProperty(name = "quarkus.datasource.username")
  String user;

  @ConfigProperty(name = "quarkus.datasource.password")
  String password;

  @Test
  void chats_keep_their_order_over_all_their_cases() throws SQLException {
    // Given
    flyway(CHATS).target("1203").load().migrate();
    try (Connection connection = DriverManager.getConnection(url, user, password);
        Statement statement = connection.createStatement()) {
      statement.execute("set search_path to " + CHATS);
      statement.execute(
          """
          insert into customer (id) values (uuid(1));
          insert into customer_case (id, case_number, customer_id, channel, status, subject,
            category, language, locale, opened_at, last_position, event_sequence,
            chat_session_id, chat_ordinal)
          select uuid(n), 'CW-' || n, uuid(1), 'chat', 'OPEN', '', 'OTHER', 'en', 'en', now(), 9, 9,
            case when n < 4 then uuid(100 + n / 3) end, case when n < 4 then 1 + (n - 1) % 2 end
          from generate_series(1, 4) n;
          insert into message (id, case_id, position, author, channel, text, sent_at, received_at,
            automatic)
          select uuid(10 * n + p), uuid(n), p, 'agent', 'chat', n || '.' || p, now(), now(), false
          from generate_series(4, 1, -1) n, generate_series(3, 1, -1) p where p <> 2;
          insert into status_change (case_id, position, status, at)
          select uuid(n), 2, 'CLOSED', now() from generate_series(1, 4) n;
          """
              .replaceAll("uuid\\(([^()]*)\\)", "cast(lpad(cast($1 as text), 32, '0') as uuid)"));

      // When
      flyway(CHATS).target("1311").load().migrate();

      // Then
      assertEquals(
          List.of("1:1.1", "2:CLOSED", "3:1.3", "4:2.1", "5:CLOSED", "6:2.3"),
          shown(statement, 100));
      assertEquals(List.of("1:3.1", "2:CLOSED", "3:3.3"), shown(statement, 101));
      assertEquals(
          List.of("100:chat:7", "101:chat:4"),
          column(
              statement,
              "select right(cast(id as text), 3) || ':' || kind || ':' || next_entry from thread"
                  + " order by id"));
    }
  }

  @Test
  void customers_keep_their_addresses_as_contacts() throws SQLException {
    // Given
    flyway(CUSTOMERS).target("1203").load().migrate();
    try (Connection connection = DriverManager.getConnection(url, user, password);
        Statement statement = connection.createStatement()) {
      statement.execute("set search_path to " + CUSTOMERS);
      statement.execute(
          """
          insert into customer (id, address, name)
          values (gen_random_uuid(), 'ann@customers.example', 'Ann'),
            (gen_random_uuid(), 'bob@customers.example', 'Bob'), (gen_random_uuid(), null, 'Eve')
          """);

      // When
      flyway(CUSTOMERS).target("1204").load().migrate();

      // Then
      assertEquals(
          List.of("Ann:email:ann@customers.example", "Bob:email:bob@customers.example", "Eve:-"),
          column(
              statement,
              """
              select concat_ws(':', name, coalesce(kind, '-'), value)
              from customer left join contact on customer_id = id order by name
              """));
    }
  }

  private FluentConfiguration flyway(String schema) {
    return Flyway.configure()
        .dataSource(url, user, password)
        .schemas(schema)
        .locations("db/kit", "db/migration");
  }

  private static List<String> shown(Statement statement, int thread) throws SQLException {
    return column(
        statement,
        """
        select entry || ':' || coalesce(text, e.status)
        from thread_entry e left join message m on m.id = e.message_id
        where right(cast(thread_id as text), 3) = '%d' order by entry
        """
            .formatted(thread));
  }

  private static List<String> column(Statement statement, String query) throws SQLException {
    List<String> values = new ArrayList<>();
    try (ResultSet rows = statement.executeQuery(query)) {
      while (rows.next()) {
        values.add(rows.getString(1));
      }
    }
    return values;
  }
}
