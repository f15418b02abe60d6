package io.casewire.notification.smtp;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.casewire.notification.attempt.Outcome;
import io.casewire.notification.letter.Letter;
import io.smallrye.config.SmallRyeConfigBuilder;
import io.vertx.core.Vertx;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executor;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SmtpConnectionTest {

  private static final Vertx VERTX = Vertx.vertx();
  private static final Letter LETTER =
      new Letter(
          "<>",
          "erika@customers.example",
          "Message-ID: <1@casewire.example>\r\nSubject: Hello\r\n\r\n.text\r\n".getBytes(US_ASCII));

  private static final Letter UTF8_LETTER =
      new Letter(
          "<>",
          "用户@example.com",
          "Message-ID: <2@casewire.example>\r\nTo: 用户@example.com\r\n\r\ntext\r\n"
              .getBytes(StandardCharsets.UTF_8));

  private final SmtpSink server = new SmtpSink();
  private final SmtpConnection connection = connectionWith(Map.of());

  @AfterEach
  void stop() {
    connection.close();
    server.close();
  }

  @AfterAll
  static void stopVertx() {
    VERTX.close();
  }

  @Test
  void a_mail_arrives_as_it_was_written_from_nobody() {
    // When
    Outcome outcome = send();

    // Then
    assertEquals(new Outcome.Accepted(), outcome);
    assertTrue(server.commands().contains("MAIL FROM:<>"));
    assertTrue(server.commands().contains("RCPT TO:<erika@customers.example>"));
    assertEquals(
        List.of("Message-ID: <1@casewire.example>\r\nSubject: Hello\r\n\r\n..text\r\n"),
        server.mails());
  }

  @Test
  void mails_in_a_row_share_a_connection_without_a_question_between_them() {
    // When
    send();
    send();
    send();

    // Then
    assertEquals(3, server.mails().size());
    assertEquals(1, server.connections());
    assertEquals(0, server.commands().stream().filter("RSET"::equals).count());
  }

  @Test
  void a_connection_that_has_rested_is_asked_before_it_is_used() {
    // Given
    SmtpConnection cautious = connectionWith(Map.of("trust-idle-for", "PT0S"));
    onLane(() -> cautious.send(LETTER));

    // When
    onLane(() -> cautious.send(LETTER));

    // Then
    assertEquals(1, server.commands().stream().filter("RSET"::equals).count());
    assertEquals(1, server.connections());
    cautious.close();
  }

  @ParameterizedTest
  @ValueSource(strings = {"RCPT", "DATA", SmtpSink.END_OF_DATA})
  void a_lasting_refusal_of_the_recipient_or_the_content_is_final(String step) {
    // Given
    server.answer(command -> command.startsWith(step) ? "550 no <erika@customers.example>" : null);

    // Then
    assertEquals(new Outcome.Refused("rejected-550"), send());
  }

  @ParameterizedTest
  @ValueSource(strings = {"RCPT", "DATA", SmtpSink.END_OF_DATA})
  void a_passing_refusal_of_the_recipient_or_the_content_defers_the_mail(String step) {
    // Given
    server.answer(command -> command.startsWith(step) ? "451 later" : null);

    // Then
    assertEquals(new Outcome.Deferred("deferred-451"), send());
  }

  @Test
  void a_refused_mail_leaves_the_connection_to_the_next_one() {
    // Given
    server.answer(command -> command.startsWith("RCPT") ? "550 no" : null);
    send();
    server.answer(command -> null);

    // When
    Outcome next = send();

    // Then
    assertEquals(new Outcome.Accepted(), next);
    assertEquals(1, server.connections());
  }

  @Test
  void a_server_that_is_about_to_close_says_nothing_about_the_mail() {
    // Given
    server.answer(command -> command.startsWith("MAIL") ? "421 closing" : null);

    // Then
    assertEquals(new Outcome.Unreachable(), send());
  }

  @Test
  void a_server_that_does_not_let_us_in_says_nothing_about_the_mail() {
    // Given
    server.answer(command -> command.matches("(EHLO|HELO).*") ? "554 go away" : null);

    // Then
    assertEquals(new Outcome.RelayRefused("relay-refused-554"), send());
  }

  @Test
  void a_greeting_that_sends_us_away_says_nothing_about_the_mail() {
    // Given
    server.greet("554 5.7.1 your address is on a list");

    // Then
    assertEquals(new Outcome.RelayRefused("relay-refused-554"), send());
  }

  @Test
  void a_password_that_is_not_taken_says_nothing_about_the_mail() {
    // Given
    server.answer(
        command -> {
          if (command.startsWith("EHLO")) {
            return "250-sink\r\n250 AUTH PLAIN";
          }
          return command.startsWith("AUTH") ? "535 no" : null;
        });
    SmtpConnection stranger = connectionWith(Map.of("username", "desk", "password", "secret"));

    // Then
    assertEquals(
        new Outcome.RelayRefused("relay-refused-535"), onLane(() -> stranger.send(LETTER)));
  }

  @Test
  void a_server_without_the_protection_that_we_insist_on_says_nothing_about_the_mail() {
    // Given
    SmtpConnection careful = connectionWith(Map.of("protection", "starttls"));

    // Then
    assertEquals(new Outcome.RelayRefused("relay-refused"), onLane(() -> careful.send(LETTER)));
  }

  @ParameterizedTest
  @ValueSource(ints = {550, 553, 501, 552, 452, 451})
  void a_refusal_of_our_sender_address_says_nothing_about_the_mail(int code) {
    // Given
    server.answer(command -> command.startsWith("MAIL") ? code + " not from you" : null);

    // Then
    assertEquals(new Outcome.SenderRefused("sender-refused-" + code), send());
  }

  @Test
  void a_server_that_wants_us_to_sign_in_says_nothing_about_the_mail() {
    // Given
    server.answer(command -> command.startsWith("RCPT") ? "530 sign in first" : null);

    // Then
    assertEquals(new Outcome.SenderRefused("sender-refused-530"), send());
  }

  @Test
  void a_refusal_that_was_about_the_last_mail_is_not_taken_for_one_of_us() {
    // Given
    server.answer(command -> command.startsWith("RCPT") ? "550 no" : null);
    send();
    server.close();

    // Then
    assertEquals(new Outcome.Unreachable(), send());
  }

  @Test
  void a_mailbox_beyond_ascii_is_written_to_where_the_server_can() {
    // Given
    server.answer(command -> command.startsWith("EHLO") ? "250-sink\r\n250 SMTPUTF8" : null);

    // When
    Outcome outcome = onLane(() -> connection.send(UTF8_LETTER));

    // Then
    assertEquals(new Outcome.Accepted(), outcome);
    assertTrue(server.commands().contains("MAIL FROM:<> SMTPUTF8"), server.commands().toString());
    assertTrue(server.commands().contains("RCPT TO:<用户@example.com>"));
    assertTrue(server.mails().getFirst().contains("To: 用户@example.com\r\n"));
  }

  @Test
  void other_mailboxes_do_not_ask_for_what_few_servers_can() {
    // Given
    server.answer(command -> command.startsWith("EHLO") ? "250-sink\r\n250 SMTPUTF8" : null);

    // When
    send();

    // Then
    assertTrue(server.commands().contains("MAIL FROM:<>"), server.commands().toString());
  }

  @Test
  void a_mailbox_beyond_ascii_is_refused_where_the_server_can_not() {
    assertEquals(
        new Outcome.Refused("smtputf8-unsupported"), onLane(() -> connection.send(UTF8_LETTER)));
    assertEquals(List.of(), server.mails());
  }

  @Test
  void a_mailbox_with_odd_dots_is_quoted_on_the_wire() {
    // Given
    Letter odd = new Letter("<>", "\"a..b.\"@docomo.example", LETTER.bytes());

    // Then
    assertEquals(new Outcome.Accepted(), onLane(() -> connection.send(odd)));
    assertTrue(server.commands().contains("RCPT TO:<\"a..b.\"@docomo.example>"));
  }

  @Test
  void a_server_that_is_away_is_unreachable() {
    // Given
    server.close();

    // Then
    assertEquals(new Outcome.Unreachable(), send());
  }

  @Test
  void an_old_refusal_is_not_taken_for_the_answer_to_the_next_mail() {
    // Given
    CountDownLatch never = new CountDownLatch(1);
    SmtpConnection impatient = connectionWith(Map.of("read-timeout", "PT0.3S"));
    server.answer(command -> command.startsWith("RCPT") ? "550 no" : null);
    onLane(() -> impatient.send(LETTER));
    server.answer(command -> command.startsWith("MAIL") ? waitFor(never) : null);

    // When
    Outcome next = onLane(() -> impatient.send(LETTER));

    // Then
    assertEquals(new Outcome.Unreachable(), next);
    never.countDown();
  }

  @Test
  void a_server_that_never_answers_is_given_up_after_the_read_timeout() {
    // Given
    CountDownLatch never = new CountDownLatch(1);
    server.answer(command -> command.startsWith("RCPT") ? waitFor(never) : null);
    SmtpConnection impatient = connectionWith(Map.of("read-timeout", "PT0.3S"));

    // When
    Outcome outcome = onLane(() -> impatient.send(LETTER));

    // Then
    assertEquals(new Outcome.Unreachable(), outcome);
    never.countDown();
  }

  @Test
  void a_server_that_keeps_us_busy_is_given_up_after_the_attempt_timeout() {
    // Given
    CountDownLatch never = new CountDownLatch(1);
    server.answer(command -> command.startsWith("RCPT") ? waitFor(never) : null);
    SmtpConnection limited = connectionWith(Map.of("attempt-timeout", "PT0.3S"));

    // When
    Outcome outcome = onLane(() -> limited.send(LETTER));

    // Then
    assertEquals(new Outcome.Unreachable(), outcome);
    never.countDown();
  }

  @Test
  void the_end_of_one_attempt_by_its_limit_does_not_end_the_next() {
    // Given
    CountDownLatch never = new CountDownLatch(1);
    server.answer(command -> command.startsWith("RCPT") ? waitFor(never) : null);
    SmtpConnection limited = connectionWith(Map.of("attempt-timeout", "PT0.3S"));

    // When
    List<Outcome> outcomes =
        onLane(
            () -> {
              Outcome first = limited.send(LETTER);
              server.answer(command -> null);
              return List.of(first, limited.send(LETTER));
            });

    // Then
    assertEquals(List.of(new Outcome.Unreachable(), new Outcome.Accepted()), outcomes);
    never.countDown();
  }

  private Outcome send() {
    return onLane(() -> connection.send(LETTER));
  }

  /** A lane's thread is virtual, which is what makes its attempts end when they are interrupted. */
  private static <T> T onLane(Supplier<T> work) {
    Executor lane = Thread.ofVirtual()::start;
    return CompletableFuture.supplyAsync(work, lane).join();
  }

  private static String waitFor(CountDownLatch latch) {
    try {
      latch.await();
      return "250 at last";
    } catch (InterruptedException _) {
      return "451 interrupted";
    }
  }

  private SmtpConnection connectionWith(Map<String, String> settings) {
    SmallRyeConfigBuilder builder =
        new SmallRyeConfigBuilder()
            .withMapping(SmtpConfig.class)
            .withDefaultValue("casewire.notification.smtp.host", "127.0.0.1")
            .withDefaultValue("casewire.notification.smtp.port", String.valueOf(server.port()))
            .withDefaultValue("casewire.notification.smtp.protection", "none")
            .withDefaultValue("casewire.notification.smtp.helo-name", "casewire.example");
    settings.forEach(
        (name, value) -> builder.withDefaultValue("casewire.notification.smtp." + name, value));
    return new SmtpConnection(builder.build().getConfigMapping(SmtpConfig.class), VERTX);
  }
}
