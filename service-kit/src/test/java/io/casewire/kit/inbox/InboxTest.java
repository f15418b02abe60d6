package io.casewire.kit.inbox;

import static io.casewire.kit.inbox.Events.record;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.casewire.kit.Applied;
import io.casewire.kit.transaction.UnitOfWork;
import io.casewire.testkit.StackResource;
import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(value = StackResource.class, scope = TestResourceScope.GLOBAL)
class InboxTest {

  private static final String POISON = "poison";
  private static final String PARKED = "select count(*) from parked_record where subject = ?1";
  private static final String REPORTED =
      "select count(*) from outbox where subject = ?1 and topic = 'case-events.dlq.kit'";

  @Inject Inbox inbox;
  @Inject Applied applied;

  private final String subject = UUID.randomUUID().toString();
  private boolean mended;

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
    mended = true;
    inbox.drain(subject, new TestHandler()).await().atMost(Duration.ofSeconds(20));
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

  private void receive(StreamRecord... batch) {
    inbox.receive(List.of(batch), new TestHandler()).await().atMost(Duration.ofSeconds(30));
  }

  /** Notes bodies, and fails on poison after having written, as a real mistake would. */
  private final class TestHandler implements EventHandler {

    @Override
    public String topic() {
      return "case-events";
    }

    @Override
    public boolean consumes(String type) {
      return Events.KNOWN_TYPE.equals(type);
    }

    @Override
    public Uni<Void> apply(UnitOfWork unitOfWork, List<ReceivedEvent> events) {
      return Multi.createFrom()
          .iterable(events)
          .onItem()
          .transformToUniAndConcatenate(event -> note(unitOfWork, event))
          .toUni()
          .replaceWithVoid();
    }

    private Uni<Void> note(UnitOfWork unitOfWork, ReceivedEvent event) {
      String body = new String(event.body(), StandardCharsets.UTF_8);
      return applied
          .note(unitOfWork, event.envelope().subject(), body)
          .invoke(
              () -> {
                if (POISON.equals(body) && !mended) {
                  throw new IllegalStateException("can't be applied");
                }
              });
    }
  }
}
