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
import io.casewire.kit.memory.ByteBudget;
import io.casewire.kit.setaside.SetAside;
import io.casewire.kit.transaction.Transactions;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.quarkus.runtime.configuration.MemorySize;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.vertx.mutiny.core.Vertx;
import jakarta.inject.Inject;
import jakarta.mail.MessagingException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@TestProfile(MailStack.class)
class MailboxPollerTest {

  private static final int SMALL = 20_000;
  private static final Duration PATIENCE = Duration.ofSeconds(20);

  @Inject IntakeTables tables;
  @Inject MailIntake intake;
  @Inject LoopSupervisor loops;
  @Inject Transactions transactions;
  @Inject MailboxMetrics metrics;
  @Inject ByteBudget budget;

  @ConfigProperty(name = "casewire.bytes-in-flight", defaultValue = "48M")
  MemorySize total;

  @Inject SetAside setAside;
  @Inject Vertx vertx;

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
  void a_long_mail_waits_for_its_share_of_the_budget_and_is_taken() throws MessagingException {
    // Given
    String writer = UUID.randomUUID() + "@customers.example";
    mailbox.receive(TestMail.from(writer).text("A long line of text.\n".repeat(4_000)));
    ByteBudget.Share others = budget.share();
    others.tryTake(total.asLongValue() - 1);

    // When: nothing is given out past one that waits
    startPoller(200_000);
    eventually(() -> assertFalse(canTake(1)));

    // Then
    assertEquals(0, casesOf(writer));
    others.close();
    eventually(() -> assertEquals(1, casesOf(writer)));
    eventually(() -> assertEquals(0, budget.taken()));
  }

  private boolean canTake(int bytes) {
    try (ByteBudget.Share share = budget.share()) {
      return share.tryTake(bytes);
    }
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
  void a_mail_that_fails_is_set_aside_and_a_retry_takes_it_when_its_fault_is_mended()
      throws MessagingException {
    // Given: whatever it is that this mail breaks
    String poisonous = UUID.randomUUID() + "@customers.example";
    tables.change(
        "alter table customer add constraint no_poison check (name is distinct from 'Poison')");
    mailbox.receive(TestMail.from("Poison <" + poisonous + ">"));
    String next = receive();
    startPoller();
    eventually(() -> assertEquals(1, casesOf(next)));
    String key = setAsideKey();
    SetAsideMails queue = queue(SMALL);

    // When: it is retried too early, and again
    retry(queue, key);

    // Then
    assertEquals(1, tables.count("set_aside where failures = 2 and key = ?1", key));
    assertEquals(0, casesOf(poisonous));

    // When
    tables.change("alter table customer drop constraint no_poison");
    retry(queue, key);

    // Then
    assertEquals(1, casesOf(poisonous));
    assertEquals(0, tables.count("set_aside where key = ?1", key));
  }

  @Test
  void a_mail_that_fails_again_and_again_while_others_are_taken_is_set_aside()
      throws MessagingException {
    // Given: what fails looks like a fault of the database
    String cursed = UUID.randomUUID() + "@customers.example";
    tables.change(
        """
        create function curse() returns trigger language plpgsql as
        'begin raise exception using errcode = ''40001''; end'
        """);
    tables.change(
        "create trigger curse before insert on received_mail for each row when (new.sender = '"
            + cursed
            + "') execute function curse()");
    mailbox.receive(TestMail.from(cursed));
    String next = receive();

    // When
    startPoller();
    String third = receive();

    // Then
    eventually(() -> assertEquals(1, casesOf(third)));
    assertEquals(1, casesOf(next));
    assertTrue(setAsideKey().contains(" 1 "));
    tables.change("drop trigger curse on received_mail");
  }

  @Test
  void a_mail_that_is_deleted_in_the_mailbox_leaves_the_list_when_it_is_retried()
      throws MessagingException {
    // Given
    receive();
    startPoller();
    eventually(() -> assertEquals(1, positions(">= 1")));
    String key = mailbox.address() + " 1 99 INBOX";
    SetAsideMails queue = queue(SMALL);
    queue.add(1, 99, new IllegalStateException()).await().atMost(PATIENCE);

    // When
    retry(queue, key);

    // Then
    assertEquals(0, tables.count("set_aside where key = ?1", key));
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
            budget,
            queue(sizeLimit),
            metrics,
            loops);
    pollers.add(poller);
    poller.start(new StartupEvent());
    return poller;
  }

  private SetAsideMails queue(int sizeLimit) {
    return new SetAsideMails(
        mailbox.config(),
        intake,
        MailLimits.DEFAULT.withTotalBytes(sizeLimit),
        transactions,
        setAside,
        vertx);
  }

  private static void retry(SetAsideMails queue, String key) {
    queue.retry(key).await().atMost(PATIENCE);
  }

  private String setAsideKey() {
    eventually(
        () ->
            assertEquals(1, tables.count("set_aside where key like ?1", mailbox.address() + "%")));
    return tables.text("select key from set_aside where key like ?1", mailbox.address() + "%");
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
