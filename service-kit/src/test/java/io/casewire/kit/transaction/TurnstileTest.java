package io.casewire.kit.transaction;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.casewire.kit.transaction.WaitingLines.Line;
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

class TurnstileTest {

  private static final Duration CROWD_AFTER = Duration.ofSeconds(1);
  private static final Duration LONG = Duration.ofHours(1);
  private static final Duration SHORT = Duration.ofMillis(1);

  private final Vertx vertx = Vertx.vertx();
  private final AtomicLong now = new AtomicLong(Long.MAX_VALUE - 1000);
  private final AtomicInteger refused = new AtomicInteger();
  private Turnstile turnstile = turnstile(LONG);

  private Turnstile turnstile(Duration standstill) {
    return new Turnstile(
        vertx,
        1,
        new Turnstile.Patience(LONG, SHORT, CROWD_AFTER, LONG, standstill),
        now::get,
        refused::incrementAndGet);
  }

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

  @ParameterizedTest
  @EnumSource(mode = Mode.EXCLUDE, names = "REQUESTS")
  void only_requests_are_sent_away_by_a_crowd(Line line) {
    // Given
    CompletableFuture<String> inside = new CompletableFuture<>();
    pass(inside);
    pass(done("first"));
    aMomentAfterCrowdBegins();
    List<String> served = new CopyOnWriteArrayList<>();

    // When
    List<CompletableFuture<String>> others =
        Stream.of("a", "b").map(who -> passNoting(who, line, served)).toList();
    assertThrows(CompletionException.class, pass(done("newcomer"))::join);
    inside.complete("inside");

    // Then
    others.forEach(each -> each.orTimeout(20, TimeUnit.SECONDS).join());
    assertEquals(List.of("a", "b"), served);
  }

  @Test
  void after_what_goes_ahead_and_what_has_begun_the_other_lines_take_turns() {
    // Given
    CompletableFuture<String> inside = new CompletableFuture<>();
    pass(inside);
    List<String> served = new CopyOnWriteArrayList<>();
    List<CompletableFuture<String>> all = new ArrayList<>();
    Stream.of("a", "b", "c").forEach(who -> all.add(passNoting(who, Line.STAYING, served)));
    Stream.of("1", "2").forEach(who -> all.add(passNoting(who, Line.REQUESTS, served)));
    all.add(passNoting("begun", Line.BEGUN, served));
    all.add(passNoting("ahead", Line.AHEAD, served));

    // When
    inside.complete("inside");

    // Then
    all.forEach(each -> each.orTimeout(20, TimeUnit.SECONDS).join());
    assertEquals(List.of("ahead", "begun", "1", "a", "2", "b", "c"), served);
  }

  @Test
  void while_the_database_is_away_those_who_stay_stand_still() {
    // Given
    CompletableFuture<String> inside = new CompletableFuture<>();
    CompletableFuture<String> unlucky = pass(inside);
    CompletableFuture<String> staying = pass(done("staying"), Line.STAYING);

    // When
    inside.completeExceptionally(new IOException("connection refused"));

    // Then
    assertThrows(CompletionException.class, unlucky::join);
    assertFalse(staying.isDone());
    assertEquals("request", pass(done("request")).orTimeout(20, TimeUnit.SECONDS).join());
    assertFalse(staying.isDone());
  }

  @Test
  void those_who_stand_still_try_again_after_a_while() {
    // Given
    turnstile = turnstile(SHORT);
    CompletableFuture<String> inside = new CompletableFuture<>();
    pass(inside);
    CompletableFuture<String> staying = pass(done("staying"), Line.STAYING);

    // When
    inside.completeExceptionally(new IOException("connection refused"));

    // Then
    assertEquals("staying", staying.orTimeout(20, TimeUnit.SECONDS).join());
  }

  @Test
  void a_failure_of_the_work_itself_keeps_nobody_waiting() {
    // Given
    CompletableFuture<String> inside = new CompletableFuture<>();
    pass(inside);
    CompletableFuture<String> staying = pass(done("staying"), Line.STAYING);

    // When
    inside.completeExceptionally(new IllegalStateException("of the work"));

    // Then
    assertEquals("staying", staying.join());
  }

  private CompletableFuture<String> passNoting(String who, Line line, List<String> served) {
    return turnstile
        .pass(() -> Uni.createFrom().item(who).invoke(() -> served.add(who)), Runnable::run, line)
        .subscribeAsCompletionStage();
  }

  private void aMomentAfterCrowdBegins() {
    now.addAndGet(CROWD_AFTER.toNanos() + 1);
  }

  private CompletableFuture<String> pass(CompletableFuture<String> work) {
    return pass(work, Line.REQUESTS);
  }

  private CompletableFuture<String> pass(CompletableFuture<String> work, Line line) {
    return turnstile
        .pass(() -> Uni.createFrom().completionStage(work), Runnable::run, line)
        .subscribeAsCompletionStage();
  }

  private static CompletableFuture<String> done(String what) {
    return CompletableFuture.completedFuture(what);
  }
}
