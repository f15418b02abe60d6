package io.casewire.kit.inbox;

import static io.casewire.kit.inbox.Events.record;
import static io.casewire.testkit.Eventually.eventually;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.casewire.kit.Applied;
import io.casewire.kit.transaction.Transactions;
import io.casewire.testkit.StackResource;
import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(value = StackResource.class, scope = TestResourceScope.GLOBAL)
class InboxTest {

  private static final String POISON = TestHandler.POISON;
  private static final Duration PATIENCE = Duration.ofSeconds(30);
  private static final String PARKED = "select count(*) from parked_record where subject = ?1";
  private static final String SET_ASIDE =
      "select count(*) from set_aside where queue = 'inbox' and key = ?1";
  private static final String DRAINABLE =
      "select count(*) from parked_subject where drainable and subject = ?1";

  @Inject Inbox inbox;
  @Inject InboxQueue queue;
  @Inject TestHandler handler;
  @Inject Transactions transactions;
  @Inject Applied applied;

  private final String subject = UUID.randomUUID().toString();

  @Test
  void an_event_delivered_twice_has_its_effect_once() {
    // Given
    receive(record(subject, 1, "a"), record(subject, 2, "b"));

    // When
    receive(record(subject, 1, "a"), record(subject, 2, "b"), record(subject, 3, "c"));

    // Then
    assertEquals(List.of("a", "b", "c"), applied.to(subject));
  }

  @Test
  void a_poison_event_parks_its_subject_and_holds_up_nobody_else() {
    // Given
    String other = UUID.randomUUID().toString();

    // When
    receive(
        record(subject, 1, "a"),
        record(subject, 2, POISON),
        record(other, 1, "x"),
        record(subject, 3, "c"));

    // Then
    assertEquals(List.of("a"), applied.to(subject));
    assertEquals(List.of("x"), applied.to(other));
    assertEquals(2, applied.count(PARKED, subject));
  }

  @Test
  void a_parked_subject_is_drained_in_order_once_the_cause_is_mended() {
    // Given
    receive(record(subject, 1, POISON), record(subject, 2, "b"), record(subject, 3, "c"));

    // When
    handler.mend(subject);
    retry();
    receive(record(subject, 4, "d"));

    // Then
    assertEquals(List.of(POISON, "b", "c", "d"), applied.to(subject));
    assertEquals(0, applied.count(PARKED, subject));
  }

  @Test
  void an_event_behind_a_gap_waits_for_its_predecessor() {
    // Given
    receive(record(subject, 1, "a"), record(subject, 3, "c"), record(subject, 4, "d"));
    assertEquals(List.of("a"), applied.to(subject));

    // When
    receive(record(subject, 2, "b"));

    // Then
    assertEquals(List.of("a", "b", "c", "d"), applied.to(subject));
    assertEquals(0, applied.count(PARKED, subject));
  }

  @Test
  void a_parked_record_that_is_delivered_again_is_parked_once() {
    // Given
    StreamRecord poison = record(subject, 1, POISON);

    // When
    receive(poison);
    receive(poison);

    // Then
    assertEquals(1, applied.count(PARKED, subject));
  }

  @Test
  void an_unknown_type_is_skipped_and_leaves_no_gap() {
    // When
    receive(record(Events.SOURCE, Events.UNKNOWN_TYPE, subject, 1, "?"), record(subject, 2, "b"));

    // Then
    assertEquals(List.of("b"), applied.to(subject));
  }

  @Test
  void what_the_service_said_itself_is_not_heard() {
    // When
    receive(record("/casewire/kit", Events.KNOWN_TYPE, subject, 1, "own"));

    // Then
    assertEquals(List.of(), applied.to(subject));
  }

  @Test
  void a_record_without_an_envelope_is_parked_under_its_key() {
    // When
    receive(
        new StreamRecord("case-events", 7, 1, subject, java.util.Map.of(), new byte[] {1, 2, 3}));

    // Then
    assertEquals(1, applied.count(PARKED, subject));
  }

  @Test
  void a_failure_that_may_pass_is_tried_again_before_its_event_counts_as_poison() {
    // When
    receive(record(subject, 1, TestHandler.FLAKY), record(subject, 2, "b"));

    // Then
    assertEquals(List.of(TestHandler.FLAKY, "b"), applied.to(subject));
    assertEquals(0, applied.count(PARKED, subject));
  }

  @Test
  void a_parked_subject_is_on_the_list_of_what_is_set_aside_until_it_is_drained() {
    // Given
    receive(record(subject, 1, POISON), record(subject, 2, "b"));
    assertEquals(1, applied.count(SET_ASIDE, subject));

    // When, then
    retry();
    assertEquals(1, applied.count(SET_ASIDE, subject));
    handler.mend(subject);
    retry();
    assertEquals(0, applied.count(SET_ASIDE, subject));
  }

  @Test
  void an_event_under_the_number_of_another_one_is_not_taken_for_a_repeat() {
    // Given
    receive(record(subject, 1, "a"), record(subject, 2, "b"));

    // When
    receive(Events.imposter(subject, 2, "of a source that was set back"));

    // Then
    assertEquals(List.of("a", "b"), applied.to(subject));
    assertEquals(1, applied.count(PARKED, subject));
    assertEquals(1, applied.count(SET_ASIDE + " and reason = 'CONFLICT'", subject));
  }

  @Test
  void the_transaction_that_fills_a_gap_says_that_there_is_something_to_drain() {
    // Given
    receive(record(subject, 1, "a"), record(subject, 3, TestHandler.HELD));

    // When
    var filled =
        inbox.receive(List.of(record(subject, 2, "b")), handler).subscribeAsCompletionStage();

    // Then
    eventually(() -> assertEquals(1, applied.count(DRAINABLE, subject)));
    assertEquals(List.of("a", "b"), applied.to(subject));
    handler.letGo();
    filled.join();
    assertEquals(List.of("a", "b", TestHandler.HELD), applied.to(subject));
  }

  @Test
  void a_subject_whose_draining_was_cut_off_by_a_crash_is_drained_by_itself() {
    // Given
    receive(record(subject, 1, POISON), record(subject, 2, "b"));

    // When
    handler.mend(subject);
    write("update parked_subject set drainable = true where subject = $1");

    // Then
    eventually(() -> assertEquals(List.of(POISON, "b"), applied.to(subject)));
    eventually(() -> assertEquals(0, applied.count(SET_ASIDE, subject)));
  }

  @Test
  void a_late_event_does_not_wait_behind_the_one_that_misses_it() {
    // Given
    String other = "/casewire/other";
    receive(
        record(subject, 1, POISON),
        record(other, Events.KNOWN_TYPE, subject, 2, "other 2"),
        record(other, Events.KNOWN_TYPE, subject, 1, "other 1"));

    // When
    handler.mend(subject);
    retry();

    // Then
    assertEquals(List.of(POISON, "other 1", "other 2"), applied.to(subject));
  }

  @Test
  void a_replica_that_fails_does_not_park_what_another_one_has_applied() {
    // Given
    StreamRecord record = record(subject, 1, "a");
    receive(record);

    // When
    inbox.parkAsPoison(record, new IllegalStateException("shut down")).await().atMost(PATIENCE);

    // Then
    assertEquals(0, applied.count(PARKED, subject));
  }

  @Test
  void a_record_with_a_key_that_no_table_holds_is_parked_all_the_same() {
    // Given
    StreamRecord odd =
        new StreamRecord("case-events", 8, 1, "odd\0" + subject, java.util.Map.of(), null);

    // When
    receive(odd);

    // Then
    assertEquals(1, applied.count(PARKED, odd.parkingKey()));
  }

  private void retry() {
    queue.retry(subject).await().atMost(PATIENCE);
  }

  private void write(String sql) {
    transactions
        .write(unitOfWork -> unitOfWork.statement(sql).bind(subject).update())
        .await()
        .atMost(PATIENCE);
  }

  private void receive(StreamRecord... batch) {
    inbox.receive(List.of(batch), handler).await().atMost(PATIENCE);
  }
}
