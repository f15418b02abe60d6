package io.casewire.kit.timer;

import static io.casewire.testkit.Eventually.eventually;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.casewire.kit.Applied;
import io.casewire.kit.expiry.ExpirySweep;
import io.casewire.kit.transaction.Transactions;
import io.casewire.kit.transaction.UnitOfWork;
import io.casewire.testkit.StackResource;
import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(value = StackResource.class, scope = TestResourceScope.GLOBAL)
class TimersTest {

  private static final String KIND = "test";
  private static final Instant PAST = Instant.parse("2026-01-01T00:00:00Z");

  private static final String SET_ASIDE =
      "select count(*) from set_aside where queue = 'timers' and key = ?1";
  private static final String FAILED_ONCE =
      "select count(*) from timer where failures > 0 and key = ?1";
  private static final String FIRED = "select count(distinct subject) from applied where what = ?1";

  private static final String TRANSACTIONS =
      "select count(distinct cast(xmin as text)) from applied where what = ?1";

  @Inject Transactions transactions;
  @Inject Timers timers;
  @Inject Applied applied;
  @Inject TimerQueue queue;
  @Inject ExpirySweep sweep;
  @Inject NotingHandler handler;

  private final String key = UUID.randomUUID().toString();

  @Test
  void a_timer_that_is_due_fires_once_and_is_gone() {
    // When
    set(new DueTimer(KIND, key, PAST, "a"));

    // Then
    eventually(() -> assertEquals(List.of("a"), applied.to(key)));
    assertEquals(0, applied.count("select count(*) from timer where key = ?1", key));
  }

  @Test
  void setting_the_same_key_again_replaces_the_timer() {
    // Given
    Instant later = Instant.now().plus(Duration.ofDays(1));
    set(new DueTimer(KIND, key, later, "first"));

    // When
    set(new DueTimer(KIND, key, PAST, "second"));

    // Then
    eventually(() -> assertEquals(List.of("second"), applied.to(key)));
  }

  @Test
  void a_removed_timer_never_fires() {
    // Given
    String other = UUID.randomUUID().toString();
    set(new DueTimer(KIND, key, Instant.now().plusMillis(1500), "removed"));

    // When
    transactions
        .write(unitOfWork -> timers.remove(unitOfWork, KIND, List.of(key)))
        .await()
        .atMost(Duration.ofSeconds(10));
    set(new DueTimer(KIND, other, Instant.now().plusMillis(2000), "witness"));

    // Then
    eventually(() -> assertEquals(List.of("witness"), applied.to(other)));
    assertEquals(List.of(), applied.to(key));
  }

  @Test
  void a_timer_whose_wake_up_was_lost_is_found_by_a_later_look() {
    // When
    transactions
        .write(
            unitOfWork ->
                unitOfWork
                    .statement(
                        "insert into timer (kind, key, due_at, payload) values ($1, $2, now(), 'late')")
                    .bind(KIND)
                    .bind(key)
                    .update())
        .await()
        .atMost(Duration.ofSeconds(10));

    // Then
    eventually(() -> assertEquals(List.of("late"), applied.to(key)));
  }

  @Test
  void a_timer_that_can_not_be_fired_holds_up_no_other_and_is_tried_again() {
    // When
    set(new DueTimer(KIND, key + "-bad", PAST, "fail"), new DueTimer(KIND, key, PAST, "good"));

    // Then
    eventually(() -> assertEquals(List.of("good"), applied.to(key)));
    eventually(
        () ->
            assertEquals(
                1,
                applied.count(
                    "select count(*) from timer where failures > 1 and key = ?1", key + "-bad")));
  }

  @Test
  void a_timer_that_keeps_failing_is_set_aside_and_can_be_retried() {
    // Given
    set(new DueTimer(KIND, key, PAST, "fail"));
    eventually(() -> assertEquals(1, applied.count(SET_ASIDE, KIND + "/" + key)));
    assertEquals(
        1, applied.count("select count(*) from timer where due_at = 'infinity' and key = ?1", key));

    // When
    handler.mend(key);
    queue.retry(KIND + "/" + key).await().atMost(Duration.ofSeconds(10));

    // Then
    eventually(() -> assertEquals(List.of("fail"), applied.to(key)));
    assertEquals(0, applied.count(SET_ASIDE, KIND + "/" + key));
  }

  @Test
  void a_set_aside_timer_that_is_set_anew_fires_and_leaves_the_list() {
    // Given
    set(new DueTimer(KIND, key, PAST, "fail"));
    eventually(() -> assertEquals(1, applied.count(SET_ASIDE, KIND + "/" + key)));

    // When
    set(new DueTimer(KIND, key, PAST, "good"));

    // Then
    eventually(() -> assertEquals(List.of("good"), applied.to(key)));
    sweep.pass().await().atMost(Duration.ofSeconds(10));
    assertEquals(0, applied.count(SET_ASIDE, KIND + "/" + key));
  }

  @Test
  void a_timer_that_has_failed_is_fired_apart_from_the_others() {
    // Given
    String bad = key + "-bad";
    set(new DueTimer(KIND, bad, PAST, "fail"));
    eventually(() -> assertEquals(1, applied.count(FAILED_ONCE, bad)));
    List<DueTimer> many =
        IntStream.range(0, 50)
            .mapToObj(n -> new DueTimer(KIND, key + "/" + n, PAST, "many:" + key))
            .toList();

    // When
    write("update timer set due_at = '2026-01-01' where key = $1", bad);
    set(many.toArray(DueTimer[]::new));

    // Then
    eventually(() -> assertEquals(50, applied.count(FIRED, "many:" + key)));
    assertEquals(1, applied.count(TRANSACTIONS, "many:" + key));
  }

  @Test
  void a_thousand_timers_due_at_once_fire_each_once() {
    // Given
    List<DueTimer> many =
        IntStream.range(0, 1000)
            .mapToObj(n -> new DueTimer(KIND, key + "/" + n, PAST, "many:" + key))
            .toList();

    // When
    set(many.toArray(DueTimer[]::new));

    // Then
    eventually(() -> assertEquals(1000, applied.count(FIRED, "many:" + key)));
    assertEquals(
        1000, applied.count("select count(*) from applied where what = ?1", "many:" + key));
  }

  private void set(DueTimer... wanted) {
    transactions
        .write(unitOfWork -> timers.set(unitOfWork, List.of(wanted)))
        .await()
        .atMost(Duration.ofSeconds(10));
  }

  private void write(String sql, String parameter) {
    transactions
        .write(unitOfWork -> unitOfWork.statement(sql).bind(parameter).update())
        .await()
        .atMost(Duration.ofSeconds(10));
  }

  /** Notes what fired; one payload fails until its key is mended. */
  @ApplicationScoped
  static class NotingHandler implements TimerHandler {

    private final Applied applied;
    private final Set<String> mended = ConcurrentHashMap.newKeySet();

    NotingHandler(Applied applied) {
      this.applied = applied;
    }

    void mend(String key) {
      mended.add(key);
    }

    @Override
    public String kind() {
      return KIND;
    }

    @Override
    public Uni<Void> fire(UnitOfWork unitOfWork, List<DueTimer> due, Instant now) {
      return Multi.createFrom()
          .iterable(due)
          .onItem()
          .transformToUniAndConcatenate(timer -> fire(unitOfWork, timer))
          .toUni()
          .replaceWithVoid();
    }

    private Uni<Void> fire(UnitOfWork unitOfWork, DueTimer timer) {
      if (timer.payload().equals("fail") && !mended.contains(timer.key())) {
        return Uni.createFrom().failure(new IllegalStateException("can't be fired"));
      }
      return applied.note(unitOfWork, timer.key(), timer.payload());
    }
  }
}
