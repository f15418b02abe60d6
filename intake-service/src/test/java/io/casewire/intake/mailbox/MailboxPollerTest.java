package io.casewire.intake.mailbox;

import static io.casewire.testkit.Eventually.eventually;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.casewire.intake.IntakeTables;
import io.casewire.intake.email.MailIntake;
import io.casewire.intake.email.TestMail;
import io.casewire.intake.mail.parse.MailLimits;
import io.casewire.kit.loop.LoopSupervisor;
import io.casewire.kit.transaction.Transactions;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import jakarta.mail.MessagingException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@TestProfile(MailStack.class)
class MailboxPollerTest {

  private static final int SMALL = 20_000;

  @Inject IntakeTables tables;
  @Inject MailIntake intake;
  @Inject LoopSupervisor loops;
  @Inject Transactions transactions;
  @Inject MailboxMetrics metrics;

  private final TestMailbox mailbox = new TestMailbox(UUID.randomUUID() + "@casewire.example");
  private final List<MailboxPoller> pollers = new ArrayList<>();

  @AfterEach
  void stopAll() throws InterruptedException {
    for (MailboxPoller poller : pollers) {
      poller.stop(new ShutdownEvent());
    }
  }

  @Test
  void mail_becomes_a_case_and_stays_unread_in_the_mailbox() throws MessagingException {
    // Given
    startPoller();

    // When
    String customer = receive();

    // Then
    eventually(() -> assertEquals(1, casesOf(customer)));
    assertEquals(1, mailbox.unseen());
  }

  @Test
  void a_backlog_larger_than_a_batch_is_taken_in_order_and_once() throws MessagingException {
    // Given
    List<String> customers = List.of(receive(), receive(), receive(), receive(), receive());

    // When
    startPoller();

    // Then
    eventually(() -> customers.forEach(customer -> assertEquals(1, casesOf(customer))));
    assertEquals(5, tables.count("received_mail where mailbox = ?1", mailbox.address()));
  }

  @Test
  void mails_that_refer_to_each_other_are_taken_in_the_order_in_which_they_came()
      throws MessagingException {
    // Given
    List<String> customers = new ArrayList<>();
    for (int i = 0; i < 8; i++) {
      String customer = UUID.randomUUID() + "@customers.example";
      TestMail first = TestMail.from(customer);
      mailbox.receive(first);
      mailbox.receive(TestMail.from(customer).answering(first.messageId()));
      customers.add(customer);
    }

    // When
    startPoller();

    // Then
    eventually(
        () ->
            assertEquals(16, tables.count("received_mail where mailbox = ?1", mailbox.address())));
    customers.forEach(customer -> assertEquals(1, casesOf(customer)));
  }

  @Test
  void what_somebody_reads_in_the_mailbox_is_taken_all_the_same()
      throws MessagingException, InterruptedException {
    // Given
    MailboxPoller poller = startPoller();
    String first = receive();
    eventually(() -> assertEquals(1, casesOf(first)));
    poller.stop(new ShutdownEvent());

    // When
    String second = receive();
    mailbox.markAllSeen();
    startPoller();

    // Then
    eventually(() -> assertEquals(1, casesOf(second)));
    assertEquals(1, casesOf(first));
  }

  @Test
  void what_is_deleted_in_the_mailbox_does_not_shift_the_position() throws MessagingException {
    // Given
    startPoller();
    String first = receive();
    eventually(() -> assertEquals(1, casesOf(first)));

    // When
    mailbox.deleteAll();
    String second = receive();

    // Then
    eventually(() -> assertEquals(1, casesOf(second)));
  }

  @Test
  void a_crash_between_a_mails_effect_and_its_position_doubles_nothing()
      throws MessagingException, InterruptedException {
    // Given
    MailboxPoller poller = startPoller();
    String before = receive();
    eventually(() -> assertEquals(1, positions(">= 1")));
    poller.stop(new ShutdownEvent());

    // When: the position that was to be kept with the last mail was lost
    tables.change("update mailbox set last_uid = 0 where address = ?1", mailbox.address());
    startPoller();
    String after = receive();

    // Then
    eventually(() -> assertEquals(1, casesOf(after)));
    assertEquals(1, casesOf(before));
    assertEquals(2, tables.count("received_mail where mailbox = ?1", mailbox.address()));
  }

  @Test
  void another_replica_takes_over_when_the_one_that_fetches_is_gone()
      throws MessagingException, InterruptedException {
    // Given
    MailboxPoller first = startPoller();
    eventually(() -> assertEquals(1, positions(">= 0")));
    startPoller();

    // When
    first.stop(new ShutdownEvent());
    String customer = receive();

    // Then
    eventually(() -> assertEquals(1, casesOf(customer)));
    assertEquals(1, tables.count("received_mail where mailbox = ?1", mailbox.address()));
  }

  @Test
  void a_replica_that_died_silently_keeps_the_mailbox_only_for_a_while() throws MessagingException {
    // Given
    tables.change(
        """
        insert into mailbox (address, folder, holder, held_until)
        values (?1, 'INBOX', gen_random_uuid(), clock_timestamp() + interval '2 seconds')
        """,
        mailbox.address());

    // When
    startPoller();
    String customer = receive();

    // Then
    eventually(() -> assertEquals(1, casesOf(customer)));
  }

  @Test
  void a_mail_over_the_size_limit_is_held_back_and_the_next_one_is_taken()
      throws MessagingException {
    // Given
    String writer = UUID.randomUUID() + "@customers.example";
    mailbox.receive(TestMail.from(writer).text("A long line of text.\n".repeat(SMALL / 10)));
    String next = receive();

    // When
    startPoller();

    // Then
    eventually(() -> assertEquals(1, casesOf(next)));
    assertEquals(0, casesOf(writer));
    assertEquals(
        1,
        tables.count(
            "quarantined_mail where reason = 'too-large' and size > 20000 and sender = ?1",
            writer));
  }

  @Test
  void a_long_mail_among_short_ones_is_taken_whole() throws MessagingException {
    // Given: longer than what is fetched together with others
    String text = "A long line of text.\n".repeat(4_000);
    String writer = UUID.randomUUID() + "@customers.example";
    mailbox.receive(TestMail.from(writer).text(text));
    String next = receive();

    // When
    startPoller(2 * text.length());

    // Then
    eventually(() -> assertEquals(1, casesOf(next)));
    assertEquals(
        1,
        tables.count(
            "message where sender_address = ?1 and length(text) > 80000 and text like '%of text.'",
            writer));
  }

  @Test
  void a_mail_that_nothing_can_be_done_with_does_not_block_the_next_one()
      throws MessagingException {
    // Given: whatever it is that this mail breaks
    String poisonous = UUID.randomUUID() + "@customers.example";
    tables.change(
        "alter table customer add constraint no_poison check (name is distinct from 'Poison')");
    mailbox.receive(TestMail.from("Poison <" + poisonous + ">"));
    String next = receive();

    // When
    startPoller();

    // Then
    eventually(() -> assertEquals(1, casesOf(next)));
    // Another lane takes it, so it may be held back after the other one is a case.
    eventually(
        () ->
            assertEquals(
                1,
                tables.count(
                    "quarantined_mail where reason = 'failed' and sender = ?1", poisonous)));
    assertEquals(0, casesOf(poisonous));
  }

  @Test
  void however_often_the_database_fails_no_mail_is_given_up() throws MessagingException {
    // Given
    tables.change("create sequence tries");
    tables.change(
        """
        create function fail_for_now() returns trigger language plpgsql as
        'begin perform nextval(''tries''); raise exception using errcode = ''40001''; end'
        """);
    tables.change(
        "create trigger outage before insert on received_mail execute function fail_for_now()");
    String customer = receive();
    startPoller();
    eventually(() -> assertEquals(1, tables.count("tries where last_value > ?1", 15)));

    // When
    tables.change("drop trigger outage on received_mail");

    // Then
    eventually(() -> assertEquals(1, casesOf(customer)));
    assertEquals(1, tables.count("received_mail where mailbox = ?1", mailbox.address()));
  }

  @Test
  void its_end_is_not_delayed_by_waiting_for_news() throws InterruptedException {
    // Given
    MailboxPoller poller = startPoller();
    eventually(() -> assertEquals(1, positions(">= 0")));

    // When
    poller.stop(new ShutdownEvent());

    // Then
    assertFalse(poller.isRunning());
    assertTrue(pollers.remove(poller));
  }

  private MailboxPoller startPoller() {
    return startPoller(SMALL);
  }

  private MailboxPoller startPoller(int sizeLimit) {
    MailboxPoller poller =
        new MailboxPoller(
            mailbox.config(),
            intake,
            MailLimits.DEFAULT.withTotalBytes(sizeLimit),
            transactions,
            metrics,
            loops);
    pollers.add(poller);
    poller.start(new StartupEvent());
    return poller;
  }

  /** A mail of a new customer comes in. */
  private String receive() throws MessagingException {
    String customer = UUID.randomUUID() + "@customers.example";
    mailbox.receive(TestMail.from(customer));
    return customer;
  }

  private long casesOf(String customer) {
    return tables.count("customer_case where customer_address = ?1", customer);
  }

  private long positions(String lastUid) {
    return tables.count(
        "mailbox where last_uid " + lastUid + " and address = ?1", mailbox.address());
  }
}
