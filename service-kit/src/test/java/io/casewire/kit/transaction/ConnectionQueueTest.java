package io.casewire.kit.transaction;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.casewire.kit.transaction.ConnectionLanes.Lane;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Vertx;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.EnumSource.Mode;

class ConnectionQueueTest {

  private static final Duration CROWD_AFTER = Duration.ofSeconds(1);
  private static final Duration LONG = Duration.ofHours(1);
  private static final Duration SHORT = Duration.ofMillis(1);

  private final Vertx vertx = Vertx.vertx();
  private final AtomicLong now = new AtomicLong(Long.MAX_VALUE - 1000);
  private final AtomicInteger refused = new AtomicInteger();
  private ConnectionQueue queue = queue(LONG);

  private ConnectionQueue queue(Duration standstill) {
    return new ConnectionQueue(
        vertx,
        1,
        new ConnectionQueue.WaitLimits(LONG, SHORT, CROWD_AFTER, LONG, standstill),
        now::get,
        refused::incrementAndGet);
  }

  @AfterEach
  void close() {
    vertx.close().toCompletionStage().toCompletableFuture().join();
  }

  @Test
  void in_a_crowd_a_new_request_is_refused_soon_and_earlier_ones_wait_on() {
    // Given
    CompletableFuture<String> inside = new CompletableFuture<>();
    pass(inside);
    CompletableFuture<String> first = pass(done("first"));

    // When
    aMomentAfterCrowdBegins();
    CompletableFuture<String> late = pass(done("new"));

    // Then
    CompletionException failure =
        assertThrows(CompletionException.class, () -> late.orTimeout(20, TimeUnit.SECONDS).join());
    assertInstanceOf(DatabaseBusyException.class, failure.getCause());
    assertEquals(1, refused.get());
    assertFalse(first.isDone());
    inside.complete("inside");
    assertEquals("first", first.orTimeout(20, TimeUnit.SECONDS).join());
  }

  @Test
  void it_is_crowded_when_as_many_requests_wait_as_there_are_connections_and_have_for_long() {
    // Given
    CompletableFuture<String> inside = new CompletableFuture<>();
    pass(inside);
    CompletableFuture<String> first = pass(done("first"));
    assertFalse(queue.isCrowded());

    // When
    aMomentAfterCrowdBegins();

    // Then
    assertTrue(queue.isCrowded());
    inside.complete("inside");
    first.orTimeout(20, TimeUnit.SECONDS).join();
    assertFalse(queue.isCrowded());
  }

  @Test
  void a_lane_that_was_empty_in_between_is_no_crowd() {
    // Given
    CompletableFuture<String> inside = new CompletableFuture<>();
    pass(inside);
    CompletableFuture<String> first = new CompletableFuture<>();
    CompletableFuture<String> firstHasPassed = pass(first);
    inside.complete("inside");
    aMomentAfterCrowdBegins();

    // When
    CompletableFuture<String> second = pass(done("second"));
    aMomentAfterCrowdBegins();
    first.complete("first");

    // Then
    firstHasPassed.orTimeout(20, TimeUnit.SECONDS).join();
    assertEquals("second", second.orTimeout(20, TimeUnit.SECONDS).join());
  }

  @ParameterizedTest
  @EnumSource(mode = Mode.EXCLUDE, names = "REQUESTS")
  void only_requests_are_refused_in_a_crowd(Lane lane) {
    // Given
    CompletableFuture<String> inside = new CompletableFuture<>();
    pass(inside);
    pass(done("first"));
    aMomentAfterCrowdBegins();
    List<String> served = new CopyOnWriteArrayList<>();

    // When
    List<CompletableFuture<String>> others =
        Stream.of("a", "b").map(waiter -> passNoting(waiter, lane, served)).toList();
    assertThrows(CompletionException.class, pass(done("new"))::join);
    inside.complete("inside");

    // Then
    others.forEach(each -> each.orTimeout(20, TimeUnit.SECONDS).join());
    assertEquals(List.of("a", "b"), served);
  }

  @Test
  void batches_go_first_then_open_chats_then_requests_and_new_chats_take_turns() {
    // Given
    CompletableFuture<String> inside = new CompletableFuture<>();
    pass(inside);
    List<String> served = new CopyOnWriteArrayList<>();
    List<CompletableFuture<String>> all = new ArrayList<>();
    Stream.of("a", "b", "c").forEach(waiter -> all.add(passNoting(waiter, Lane.NEW_CHATS, served)));
    Stream.of("1", "2").forEach(waiter -> all.add(passNoting(waiter, Lane.REQUESTS, served)));
    all.add(passNoting("open chat", Lane.OPEN_CHATS, served));
    all.add(passNoting("batch", Lane.BATCHES, served));

    // When
    inside.complete("inside");

    // Then
    all.forEach(each -> each.orTimeout(20, TimeUnit.SECONDS).join());
    assertEquals(List.of("batch", "open chat", "1", "a", "2", "b", "c"), served);
  }

  @Test
  void while_the_database_is_away_chats_stand_still() {
    // Given
    CompletableFuture<String> inside = new CompletableFuture<>();
    CompletableFuture<String> unlucky = pass(inside);
    CompletableFuture<String> chat = pass(done("chat"), Lane.NEW_CHATS);

    // When
    inside.completeExceptionally(new IOException("connection refused"));

    // Then
    assertThrows(CompletionException.class, unlucky::join);
    assertFalse(chat.isDone());
    assertEquals("request", pass(done("request")).orTimeout(20, TimeUnit.SECONDS).join());
    assertFalse(chat.isDone());
  }

  @Test
  void chats_that_stand_still_try_again_after_a_while() {
    // Given
    queue = queue(SHORT);
    CompletableFuture<String> inside = new CompletableFuture<>();
    pass(inside);
    CompletableFuture<String> chat = pass(done("chat"), Lane.NEW_CHATS);

    // When
    inside.completeExceptionally(new IOException("connection refused"));

    // Then
    assertEquals("chat", chat.orTimeout(20, TimeUnit.SECONDS).join());
  }

  @Test
  void a_failure_of_the_work_itself_keeps_no_chat_waiting() {
    // Given
    CompletableFuture<String> inside = new CompletableFuture<>();
    pass(inside);
    CompletableFuture<String> chat = pass(done("chat"), Lane.NEW_CHATS);

    // When
    inside.completeExceptionally(new IllegalStateException("of the work"));

    // Then
    assertEquals("chat", chat.join());
  }

  private CompletableFuture<String> passNoting(String waiter, Lane lane, List<String> served) {
    return queue
        .run(
            () -> Uni.createFrom().item(waiter).invoke(() -> served.add(waiter)),
            Runnable::run,
            lane)
        .subscribeAsCompletionStage();
  }

  private void aMomentAfterCrowdBegins() {
    now.addAndGet(CROWD_AFTER.toNanos() + 1);
  }

  private CompletableFuture<String> pass(CompletableFuture<String> work) {
    return pass(work, Lane.REQUESTS);
  }

  private CompletableFuture<String> pass(CompletableFuture<String> work, Lane lane) {
    return queue
        .run(() -> Uni.createFrom().completionStage(work), Runnable::run, lane)
        .subscribeAsCompletionStage();
  }

  private static CompletableFuture<String> done(String what) {
    return CompletableFuture.completedFuture(what);
  }
}
