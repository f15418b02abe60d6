package io.casewire.kit.transaction;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.smallrye.mutiny.Uni;
import io.vertx.core.Vertx;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class TurnstileTest {

  private static final Duration CROWD_AFTER = Duration.ofSeconds(1);

  private final Vertx vertx = Vertx.vertx();
  private final AtomicLong now = new AtomicLong(Long.MAX_VALUE - 1000);
  private final AtomicInteger refused = new AtomicInteger();
  private final Turnstile turnstile =
      new Turnstile(
          vertx,
          1,
          new Turnstile.Patience(Duration.ofHours(1), Duration.ofMillis(1), CROWD_AFTER),
          now::get,
          refused::incrementAndGet);

  @AfterEach
  void close() {
    vertx.close().toCompletionStage().toCompletableFuture().join();
  }

  @Test
  void in_a_crowd_a_newcomer_is_sent_away_soon_and_the_others_wait_on() {
    // Given
    CompletableFuture<String> inside = new CompletableFuture<>();
    pass(inside);
    CompletableFuture<String> first = pass(done("first"));

    // When
    aMomentAfterCrowdBegins();
    CompletableFuture<String> newcomer = pass(done("newcomer"));

    // Then
    CompletionException failure =
        assertThrows(
            CompletionException.class, () -> newcomer.orTimeout(20, TimeUnit.SECONDS).join());
    assertInstanceOf(DatabaseBusyException.class, failure.getCause());
    assertEquals(1, refused.get());
    assertFalse(first.isDone());
    inside.complete("inside");
    assertEquals("first", first.orTimeout(20, TimeUnit.SECONDS).join());
  }

  @Test
  void it_is_crowded_when_as_many_wait_as_there_are_places_and_have_for_long() {
    // Given
    CompletableFuture<String> inside = new CompletableFuture<>();
    pass(inside);
    CompletableFuture<String> first = pass(done("first"));
    assertFalse(turnstile.isCrowded());

    // When
    aMomentAfterCrowdBegins();

    // Then
    assertTrue(turnstile.isCrowded());
    inside.complete("inside");
    first.orTimeout(20, TimeUnit.SECONDS).join();
    assertFalse(turnstile.isCrowded());
  }

  @Test
  void what_goes_ahead_is_not_sent_away_by_a_crowd() {
    // Given
    CompletableFuture<String> inside = new CompletableFuture<>();
    pass(inside);
    pass(done("first"));
    aMomentAfterCrowdBegins();

    // When
    CompletableFuture<String> ahead =
        turnstile
            .pass(() -> Uni.createFrom().item("ahead"), Runnable::run, true)
            .subscribeAsCompletionStage();
    assertThrows(CompletionException.class, pass(done("newcomer"))::join);
    inside.complete("inside");

    // Then
    assertEquals("ahead", ahead.orTimeout(20, TimeUnit.SECONDS).join());
  }

  @Test
  void a_line_that_was_empty_in_between_is_no_crowd() {
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

  private void aMomentAfterCrowdBegins() {
    now.addAndGet(CROWD_AFTER.toNanos() + 1);
  }

  private CompletableFuture<String> pass(CompletableFuture<String> work) {
    return turnstile
        .pass(() -> Uni.createFrom().completionStage(work), Runnable::run, false)
        .subscribeAsCompletionStage();
  }

  private static CompletableFuture<String> done(String what) {
    return CompletableFuture.completedFuture(what);
  }
}
