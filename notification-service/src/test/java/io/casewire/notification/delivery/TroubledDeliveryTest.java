package io.casewire.notification.delivery;

import static io.casewire.testkit.Eventually.eventually;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.notNullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.casewire.events.CaseStatus;
import io.casewire.events.NotificationFailed;
import io.casewire.events.NotificationSent;
import io.casewire.events.Sources;
import io.casewire.notification.Facts;
import io.casewire.notification.NotificationClient;
import io.casewire.notification.smtp.SmtpSink;
import io.casewire.testkit.StackResource;
import io.casewire.testkit.StreamProbe;
import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What becomes of mails when the mail server, a recipient or this process is in trouble. */
@QuarkusTest
@TestProfile(TroubledServer.class)
@WithTestResource(value = StackResource.class, scope = TestResourceScope.GLOBAL)
class TroubledDeliveryTest {

  @Inject DataSource database;

  private final int port = Integer.getInteger(TroubledServer.PORT);
  private final NotificationClient boss = new NotificationClient("boss", "supervisor");
  private final StreamProbe stream = new StreamProbe(Sources.NOTIFICATION);
  private final Facts facts = Facts.ofNewCase();
  private SmtpSink server;

  @BeforeEach
  void start() {
    server = new SmtpSink(port);
    stream.sayAll(Facts.agent("boss", System.nanoTime(), true, Map.of()));
  }

  @AfterEach
  void stop() {
    server.close();
    stream.close();
  }

  @Test
  void mails_wait_for_a_server_that_is_away() {
    // Given
    server.close();
    stream.sayAll(facts.openedByWeb("en"));
    eventually(() -> assertTrue(attemptsOf(facts) > 1));
    assertEquals(List.of("case-acknowledged queued"), boss.statesOf(facts));

    // When
    server = new SmtpSink(port);

    // Then
    eventually(() -> assertEquals(List.of("case-acknowledged sent"), boss.statesOf(facts)));
    assertEquals(1, mailsTo(facts.address()).size());
  }

  @Test
  void a_recipient_who_makes_us_wait_holds_up_nobody_else() {
    // Given
    CountDownLatch patience = new CountDownLatch(1);
    server.answer(command -> isFor(facts, command) ? waitFor(patience) : null);
    stream.sayAll(facts.openedByWeb("en"));
    eventually(() -> assertTrue(server.commands().stream().anyMatch(c -> isFor(facts, c))));

    // When
    List<Facts> others = List.of(Facts.ofNewCase(), Facts.ofNewCase(), Facts.ofNewCase());
    others.forEach(other -> stream.sayAll(other.openedByWeb("en")));

    // Then
    eventually(
        () ->
            others.forEach(
                other -> assertEquals(List.of("case-acknowledged sent"), boss.statesOf(other))));
    assertEquals(List.of("case-acknowledged queued"), boss.statesOf(facts));
    patience.countDown();
    eventually(() -> assertEquals(List.of("case-acknowledged sent"), boss.statesOf(facts)));
  }

  @Test
  void a_refused_mail_has_failed_and_the_next_one_has_its_turn() {
    // Given
    server.answer(command -> isFor(facts, command) ? "550 unknown" : null);

    // When
    stream.sayAll(facts.openedByWeb("en"));

    // Then
    eventually(() -> assertEquals(1, stream.heard(facts.caseId().toString()).size()));
    NotificationFailed failed =
        assertInstanceOf(
            NotificationFailed.class, stream.heard(facts.caseId().toString()).getFirst().event());
    assertEquals("rejected-550", failed.reason());
    assertEquals("rejected-550", boss.about(facts).getFirst().get("reason"));

    // When
    server.answer(command -> null);
    stream.sayAll(facts.moved(CaseStatus.RESOLVED));

    // Then
    eventually(
        () ->
            assertEquals(
                List.of("case-acknowledged failed", "case-resolved sent"), boss.statesOf(facts)));
  }

  @Test
  void an_answer_that_failed_is_sent_again_as_it_was_when_a_supervisor_says_so() {
    // Given
    server.answer(command -> isFor(facts, command) ? "550 unknown" : null);
    var reply = facts.replied("email", "It is on its way.");
    stream.sayAll(facts.openedByWeb("en"), reply);
    eventually(() -> assertEquals(2, stream.heard(facts.caseId().toString()).size()));
    Map<String, Object> failed = boss.about(facts).getLast();
    String retry = failed.get("notificationId") + "/retry";

    // When
    server.answer(command -> null);
    boss.post(retry).then().statusCode(200).body("queued", equalTo(1));

    // Then
    eventually(() -> assertEquals(3, stream.heard(facts.caseId().toString()).size()));
    var heard = stream.heard(facts.caseId().toString());
    NotificationFailed first = assertInstanceOf(NotificationFailed.class, heard.get(1).event());
    NotificationSent then = assertInstanceOf(NotificationSent.class, heard.get(2).event());
    assertEquals(reply.messageId(), first.messageId());
    assertEquals(reply.messageId(), then.messageId());
    assertEquals(first.notificationId(), then.notificationId());
    assertEquals(failed.get("messageId"), then.rfcMessageId());
    assertEquals(1, mailsTo(facts.address()).size());

    // And then
    boss.post(retry)
        .then()
        .statusCode(409)
        .contentType("application/problem+json")
        .body("type", endsWith("not-retriable"))
        .body("detail", notNullValue());
    assertEquals(1, mailsTo(facts.address()).size());
  }

  @Test
  void mails_that_failed_within_a_time_are_queued_again_together() {
    // Given
    Instant before = Instant.now().minusSeconds(60);
    server.answer(command -> command.startsWith("RCPT") ? "556 go away" : null);
    List<Facts> cases = List.of(facts, Facts.ofNewCase(), Facts.ofNewCase());
    cases.forEach(one -> stream.sayAll(one.openedByWeb("en")));
    eventually(
        () ->
            cases.forEach(
                one -> assertEquals(List.of("case-acknowledged failed"), boss.statesOf(one))));
    server.answer(command -> null);

    // When
    retryAll(before, Instant.now().plusSeconds(60), "rejected-557").body("queued", equalTo(0));
    retryAll(before, Instant.now().plusSeconds(60), "rejected-556")
        .body("queued", equalTo(3))
        .body("more", equalTo(false));
    retryAll(before, Instant.now().plusSeconds(60), "rejected-556").body("queued", equalTo(0));

    // Then
    eventually(
        () ->
            cases.forEach(
                one -> {
                  assertEquals(List.of("case-acknowledged sent"), boss.statesOf(one));
                  assertEquals(1, mailsTo(one.address()).size());
                }));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{}|from",
        "{'from':'2026-03-01T00:00:00Z'}|to",
        "{'from':'2026-03-02T00:00:00Z','to':'2026-03-01T00:00:00Z'}|to",
        "{'from':'2026-03-01T00:00:00Z','to':'2026-05-01T00:00:00Z'}|to",
        "{'from':'yesterday','to':'2026-05-01T00:00:00Z'}|from",
        "{'from':'2026-03-01T00:00:00Z','to':'2026-03-02T00:00:00Z','reason':'No!'}|reason"
      })
  void a_retry_of_many_that_can_not_be_meant_is_refused(String body, String field) {
    boss.post("retry", body.replace('\'', '"'))
        .then()
        .statusCode(400)
        .contentType("application/problem+json")
        .body("violations.field", hasItem(field));
  }

  @Test
  void only_supervisors_queue_mails_again() {
    NotificationClient agent = new NotificationClient("boss", "lead");
    agent.post(UUID.randomUUID() + "/retry").then().statusCode(403);
    agent.post("retry", "{}").then().statusCode(403);
    boss.post(UUID.randomUUID() + "/retry").then().statusCode(404);
  }

  @Test
  void a_server_that_refuses_us_fails_no_mail() {
    // Given
    server.answer(command -> command.startsWith("MAIL") ? "550 not from you" : null);
    stream.sayAll(facts.openedByWeb("en"));
    eventually(() -> assertTrue(attemptsOf(facts) > 1));
    eventually(
        () -> assertEquals("sender-refused-550", boss.about(facts).getFirst().get("reason")));

    // When
    server.answer(command -> null);

    // Then
    eventually(() -> assertEquals(List.of("case-acknowledged sent"), boss.statesOf(facts)));
  }

  @Test
  void a_mail_that_can_not_be_prepared_is_set_aside_and_holds_up_no_other() throws SQLException {
    // Given
    server.close();
    Facts other = Facts.ofNewCase();
    stream.sayAll(facts.openedByWeb("en"));
    eventually(() -> assertTrue(attemptsOf(facts) > 0));
    change("update delivery set template = 'nonsense', letter = null where case_id = ?", facts);

    // When
    stream.sayAll(other.openedByWeb("en"));
    stream.sayAll(facts.moved(CaseStatus.RESOLVED));
    server = new SmtpSink(port);

    // Then
    eventually(() -> assertEquals(List.of("case-acknowledged sent"), boss.statesOf(other)));
    eventually(
        () -> assertEquals(List.of("nonsense queued", "case-resolved sent"), boss.statesOf(facts)));
    assertEquals("set-aside", boss.about(facts).getFirst().get("reason"));
    String item = setAsideItemOf(facts);

    // When
    change(
        """
        update delivery set template = 'case-acknowledged', content = '{}'
        where template = 'nonsense' and case_id = ?
        """,
        facts);
    boss.retrySetAside(item);

    // Then
    eventually(
        () ->
            assertEquals(
                List.of("case-acknowledged sent", "case-resolved sent"), boss.statesOf(facts)));
    assertEquals(null, setAsideItemOf(facts));
  }

  @Test
  void a_result_that_can_not_be_kept_sets_its_mail_aside_and_holds_up_no_other()
      throws SQLException {
    // Given
    Facts other = Facts.ofNewCase();
    execute(
        """
        create function test_refuse() returns trigger language plpgsql as $$
          begin raise 'refused by the test'; end $$;
        create trigger test_refuse before update on delivery for each row
          when (new.state = 'sent' and new.case_id = '%s')
          execute function test_refuse();
        """
            .formatted(facts.caseId()));

    // When
    stream.sayAll(facts.openedByWeb("en"));
    stream.sayAll(other.openedByWeb("en"));

    // Then
    eventually(() -> assertEquals("set-aside", boss.about(facts).getFirst().get("reason")));
    eventually(() -> assertEquals(List.of("case-acknowledged sent"), boss.statesOf(other)));

    // When
    execute("drop trigger test_refuse on delivery; drop function test_refuse();");
    boss.retrySetAside(setAsideItemOf(facts));

    // Then
    eventually(() -> assertEquals(List.of("case-acknowledged sent"), boss.statesOf(facts)));
    assertEquals(1, mailsTo(facts.address()).stream().distinct().count());
  }

  @Test
  void a_mail_that_can_not_be_claimed_is_set_aside_and_holds_up_no_other() throws SQLException {
    // Given
    server.close();
    Facts other = Facts.ofNewCase();
    stream.sayAll(facts.openedByWeb("en"), other.openedByWeb("en"));
    eventually(() -> assertTrue(attemptsOf(other) > 0));
    execute(
        """
        create function test_refuse() returns trigger language plpgsql as $$
          begin raise 'refused by the test'; end $$;
        create trigger test_refuse before update on delivery for each row
          when (new.attempts > old.attempts and new.case_id = '%s')
          execute function test_refuse();
        """
            .formatted(facts.caseId()));

    // When
    server = new SmtpSink(port);

    // Then
    eventually(() -> assertEquals("set-aside", boss.about(facts).getFirst().get("reason")));
    eventually(() -> assertEquals(List.of("case-acknowledged sent"), boss.statesOf(other)));

    // When
    execute("drop trigger test_refuse on delivery; drop function test_refuse();");
    boss.retrySetAside(setAsideItemOf(facts));

    // Then
    eventually(() -> assertEquals(List.of("case-acknowledged sent"), boss.statesOf(facts)));
  }

  @Test
  void nothing_overtakes_an_acknowledgement_that_is_deferred() {
    // Given
    AtomicBoolean busy = new AtomicBoolean(true);
    server.answer(command -> isFor(facts, command) && busy.get() ? "451 busy" : null);
    stream.sayAll(facts.openedByWeb("en"), facts.moved(CaseStatus.RESOLVED));
    eventually(() -> assertTrue(attemptsOf(facts) > 1));
    eventually(() -> assertEquals("later", whenNextIsLookedAt(facts)));

    // When
    busy.set(false);

    // Then
    eventually(
        () ->
            assertEquals(
                List.of("case-acknowledged sent", "case-resolved sent"), boss.statesOf(facts)));
    List<String> mails = mailsTo(facts.address());
    assertTrue(mails.getFirst().contains("We have received your request"));
    assertTrue(mails.getLast().contains("is resolved"));
    assertEquals(2, mails.size());
  }

  @Test
  void a_result_that_is_lost_leads_to_the_very_same_mail_again() {
    // Given
    AtomicBoolean first = new AtomicBoolean(true);
    server.answer(
        command -> {
          if (command.equals(SmtpSink.END_OF_DATA) && first.getAndSet(false)) {
            passLeaseOn(facts);
          }
          return null;
        });

    // When
    stream.sayAll(facts.openedByWeb("en"));

    // Then
    eventually(() -> assertEquals(List.of("case-acknowledged sent"), boss.statesOf(facts)));
    List<String> mails = mailsTo(facts.address());
    assertEquals(2, mails.size());
    assertEquals(mails.getFirst(), mails.getLast());
    assertEquals(1, stream.heard(facts.caseId().toString()).size());
  }

  @Test
  void a_letter_is_unreadable_while_it_waits_and_gone_when_it_is_sent() throws SQLException {
    // Given
    server.close();
    stream.sayAll(facts.openedByWeb("en"));
    eventually(() -> assertTrue(attemptsOf(facts) > 0));
    assertFalse(storedLetterOf(facts).isEmpty());
    assertFalse(storedLetterOf(facts).contains("help.example"));

    // When
    server = new SmtpSink(port);

    // Then
    eventually(() -> assertEquals(List.of("case-acknowledged sent"), boss.statesOf(facts)));
    assertEquals("", storedLetterOf(facts));
    assertTrue(mailsTo(facts.address()).getFirst().contains("http://help.example/cases/"));
  }

  private int attemptsOf(Facts about) {
    return boss.about(about).stream()
        .mapToInt(item -> (Integer) item.get("attempts"))
        .findFirst()
        .orElse(0);
  }

  private ValidatableResponse retryAll(Instant from, Instant to, String reason) {
    String body = "{\"from\":\"%s\",\"to\":\"%s\",\"reason\":\"%s\"}".formatted(from, to, reason);
    return boss.post("retry", body).then().statusCode(200);
  }

  /** The id of what the list of operators says of the case's mail; null if it says nothing. */
  private String setAsideItemOf(Facts about) {
    String key = (String) boss.about(about).getFirst().get("notificationId");
    return boss.setAside().stream()
        .filter(item -> item.get("key").equals(key))
        .map(item -> (String) item.get("id"))
        .findFirst()
        .orElse(null);
  }

  private void change(String sql, Facts about) throws SQLException {
    try (Connection connection = database.getConnection();
        PreparedStatement update = connection.prepareStatement(sql)) {
      update.setObject(1, about.caseId());
      assertEquals(1, update.executeUpdate());
    }
  }

  private void execute(String sql) throws SQLException {
    try (Connection connection = database.getConnection();
        Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  /** As when the lease ran out and another process claimed the mail: our result comes too late. */
  private void passLeaseOn(Facts about) {
    try (Connection connection = database.getConnection();
        PreparedStatement update =
            connection.prepareStatement(
                """
                update delivery set attempts = attempts + 1, next_attempt_at = clock_timestamp()
                where case_id = ?
                """)) {
      update.setObject(1, about.caseId());
      assertEquals(1, update.executeUpdate());
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  /** The mail behind the first one of a case. */
  private String whenNextIsLookedAt(Facts about) {
    try (Connection connection = database.getConnection();
        PreparedStatement select =
            connection.prepareStatement(
                """
                select case when next_attempt_at > clock_timestamp() then 'later' else 'now' end
                from delivery where case_id = ? order by place offset 1
                """)) {
      select.setObject(1, about.caseId());
      try (ResultSet rows = select.executeQuery()) {
        return rows.next() ? rows.getString(1) : "not there";
      }
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  private String storedLetterOf(Facts about) throws SQLException {
    try (Connection connection = database.getConnection();
        PreparedStatement select =
            connection.prepareStatement(
                "select encode(letter, 'escape') from delivery where case_id = ?")) {
      select.setObject(1, about.caseId());
      try (ResultSet rows = select.executeQuery()) {
        assertTrue(rows.next());
        String letter = rows.getString(1);
        return letter == null ? "" : letter;
      }
    }
  }

  private List<String> mailsTo(String address) {
    return server.mails().stream().filter(mail -> mail.contains("To: " + address)).toList();
  }

  private static boolean isFor(Facts about, String command) {
    return command.equals("RCPT TO:<%s>".formatted(about.address()));
  }

  private static String waitFor(CountDownLatch latch) {
    try {
      latch.await();
      return "250 at last";
    } catch (InterruptedException _) {
      return "451 interrupted";
    }
  }
}
