package io.casewire.notification.delivery;

import static io.casewire.testkit.Eventually.eventually;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.casewire.events.CaseStatus;
import io.casewire.events.NotificationFailed;
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
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

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
