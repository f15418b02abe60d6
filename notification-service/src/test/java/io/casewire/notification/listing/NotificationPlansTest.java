package io.casewire.notification.listing;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.casewire.testkit.StackResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What a list costs depends on what it shows, not on what is stored. */
@QuarkusTest
@WithTestResource(
    value = StackResource.class,
    scope = TestResourceScope.GLOBAL,
    initArgs = @ResourceArg(name = StackResource.MAIL, value = "true"))
class NotificationPlansTest {

  private static final String SEED =
      """
      insert into agent (agent_id, version, address, language, queues, active)
      values ('planned', 1, 'planned@staff.example', 'en', '{planned-empty}', true)
      on conflict do nothing;
      insert into case_file (case_id, case_number, customer_id, channel, locale, message_ids, queue,
        unconfirmed)
      select cast(lpad(to_hex(n), 32, '0') as uuid), 'PLAN-' || n, gen_random_uuid(), 'web', 'en',
        '{}', 'planned-' || n % 5, '[]'
      from generate_series(1, 200000) n;
      insert into delivery (notification_id, case_id, cause, template, recipient, recipient_kind,
        channel, locale, state, correlation_id, reference_ids, queue)
      select gen_random_uuid(), case_id, gen_random_uuid(), 'case-acknowledged',
        case_number || '@planned.example', 'customer', 'email', 'en', 'sent', 'planned', '{}', queue
      from case_file where case_number like 'PLAN-%';
      analyze delivery; analyze case_file; analyze agent;
      """;

  @Inject DataSource database;

  @BeforeEach
  void seed() throws SQLException {
    execute(SEED);
  }

  @AfterEach
  void clear() throws SQLException {
    execute(
        """
        delete from delivery where correlation_id = 'planned';
        delete from case_file where case_number like 'PLAN-%';
        delete from agent where agent_id = 'planned';
        analyze delivery; analyze case_file;
        """);
  }

  @Test
  void lists_read_what_they_show_by_their_indexes() throws SQLException {
    // When
    String his =
        planOf(
            NotificationList.SELECT_HIS
                .replace("$1", "'planned'")
                .replace("$2", "51")
                .replace("$3", "'{queued,sent,delivered,bounced,failed,suppressed}'")
                .replace("$4", Long.toString(Long.MAX_VALUE)));
    String failed =
        planOf(
            NotificationList.SELECT
                .formatted("delivery.state = 'failed'")
                .replace("?1", "'planned'")
                .replace("?2", "51"));

    // Then
    assertTrue(his.contains("delivery_queue"), his);
    assertTrue(his.contains("delivery_owner"), his);
    assertFalse(his.contains("Seq Scan on delivery"), his);
    assertFalse(his.contains("Seq Scan on case_file"), his);
    assertTrue(failed.contains("delivery_not_sent"), failed);
  }

  private String planOf(String query) throws SQLException {
    StringBuilder plan = new StringBuilder();
    try (Connection connection = database.getConnection();
        Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery("explain (analyze, costs off) " + query)) {
      while (rows.next()) {
        plan.append(rows.getString(1)).append('\n');
      }
    }
    return plan.toString();
  }

  private void execute(String sql) throws SQLException {
    try (Connection connection = database.getConnection();
        Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }
}
