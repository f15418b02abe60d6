package io.casewire.kit.transaction;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotSame;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.casewire.kit.Applied;
import io.casewire.testkit.StackResource;
import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.smallrye.common.vertx.VertxContext;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(value = StackResource.class, scope = TestResourceScope.GLOBAL)
class TransactionsTest {

  private static final int PATIENCE_SECONDS = 20;

  @Inject Transactions transactions;
  @Inject Applied applied;
  @Inject Vertx vertx;

  @ConfigProperty(name = "quarkus.datasource.reactive.max-size")
  int connections;

  private int places() {
    return connections - Transactions.KEPT_FREE;
  }

  @Test
  void work_begun_in_the_same_context_is_not_committed_by_its_neighbour() {
    // Given
    String subject = UUID.randomUUID().toString();
    Context shared = VertxContext.createNewDuplicatedContext(vertx.getOrCreateContext());
    CompletableFuture<Void> neighbourHasCommitted = new CompletableFuture<>();
    CompletableFuture<Void> begun = new CompletableFuture<>();

    // When
    CompletableFuture<Void> failing =
        in(
            shared,
            () ->
                transactions.write(
                    unitOfWork ->
                        applied
                            .note(unitOfWork, subject, "of the one that fails")
                            .invoke(() -> begun.complete(null))
                            .chain(() -> waitFor(neighbourHasCommitted))
                            .onItem()
                            .failWith(() -> new IllegalStateException("on purpose"))));
    await(begun);
    await(
        in(
            shared,
            () ->
                transactions.write(
                    unitOfWork -> applied.note(unitOfWork, subject, "of the neighbour"))));
    neighbourHasCommitted.complete(null);

    // Then
    assertThrows(CompletionException.class, () -> await(failing));
    assertEquals(List.of("of the neighbour"), applied.to(subject));
  }

  @Test
  void work_that_waited_for_a_place_does_not_go_on_in_the_context_of_the_one_that_left() {
    // Given
    String subject = UUID.randomUUID().toString();
    CompletableFuture<Void> leave = new CompletableFuture<>();
    CompletableFuture<Context> leaver = new CompletableFuture<>();
    List<CompletableFuture<Void>> all =
        IntStream.range(0, places())
            .mapToObj(
                ignored ->
                    transactions
                        .<Void>write(
                            unitOfWork -> {
                              leaver.complete(Vertx.currentContext());
                              return waitFor(leave);
                            })
                        .subscribeAsCompletionStage())
            .toList();

    // When
    CompletableFuture<Context> waiter =
        transactions
            .write(
                unitOfWork ->
                    applied
                        .note(unitOfWork, subject, "after waiting")
                        .map(ignored -> Vertx.currentContext()))
            .subscribeAsCompletionStage();
    leave.complete(null);
    all.forEach(TransactionsTest::await);

    // Then
    assertNotSame(await(leaver), await(waiter));
    assertEquals(List.of("after waiting"), applied.to(subject));
  }

  @Test
  void the_last_step_runs_once_after_all_work_and_in_its_transaction() {
    // Given
    String subject = UUID.randomUUID().toString();
    record Last(Applied applied, List<String> collected, String subject)
        implements UnitOfWork.BeforeCommit {
      @Override
      public Uni<Void> run(UnitOfWork unitOfWork) {
        return applied.note(unitOfWork, subject, String.join("+", collected));
      }
    }
    Function<UnitOfWork, List<String>> last =
        unitOfWork ->
            unitOfWork
                .beforeCommit(Last.class, () -> new Last(applied, new ArrayList<>(), subject))
                .collected();

    // When
    await(
        transactions
            .write(
                unitOfWork -> {
                  last.apply(unitOfWork).add("one");
                  last.apply(unitOfWork).add("two");
                  return applied.note(unitOfWork, subject, "work");
                })
            .subscribeAsCompletionStage());
    CompletableFuture<Void> failing =
        transactions
            .<Void>write(
                unitOfWork -> {
                  last.apply(unitOfWork).add("never");
                  return Uni.createFrom().failure(new IllegalStateException("on purpose"));
                })
            .subscribeAsCompletionStage();

    // Then
    assertThrows(CompletionException.class, () -> await(failing));
    assertEquals(List.of("work", "one+two"), applied.to(subject));
  }

  @Test
  void work_for_many_goes_ahead_of_requests_that_wait() {
    // Given
    String subject = UUID.randomUUID().toString();
    CompletableFuture<Void> oneLeaves = new CompletableFuture<>();
    CompletableFuture<Void> othersLeave = new CompletableFuture<>();
    IntStream.range(0, places())
        .mapToObj(place -> place == 0 ? oneLeaves : othersLeave)
        .forEach(
            leave -> transactions.write(unitOfWork -> waitFor(leave)).subscribeAsCompletionStage());
    List<String> begun = Collections.synchronizedList(new ArrayList<>());

    // When
    List<CompletableFuture<Void>> waiting =
        List.of(
            begins(transactions, "request", subject, begun),
            begins(transactions, "another request", subject, begun),
            begins(transactions.forBatches(), "batch", subject, begun));
    oneLeaves.complete(null);
    waiting.forEach(TransactionsTest::await);
    othersLeave.complete(null);

    // Then
    assertEquals(List.of("batch", "request", "another request"), begun);
  }

  private CompletableFuture<Void> begins(
      Transactions line, String what, String subject, List<String> begun) {
    return line.write(
            unitOfWork -> {
              begun.add(what);
              return applied.note(unitOfWork, subject, what);
            })
        .subscribeAsCompletionStage();
  }

  /** Goes on where it waited: a session must not be used from anywhere else. */
  private static Uni<Void> waitFor(CompletableFuture<Void> signal) {
    Context own = Vertx.currentContext();
    return Uni.createFrom()
        .completionStage(signal)
        .emitOn(command -> own.runOnContext(ignored -> command.run()));
  }

  private static <T> CompletableFuture<T> in(Context context, Supplier<Uni<T>> work) {
    CompletableFuture<T> result = new CompletableFuture<>();
    context.runOnContext(
        ignored -> work.get().subscribe().with(result::complete, result::completeExceptionally));
    return result;
  }

  private static <T> T await(CompletableFuture<T> future) {
    return future.orTimeout(PATIENCE_SECONDS, TimeUnit.SECONDS).join();
  }
}
