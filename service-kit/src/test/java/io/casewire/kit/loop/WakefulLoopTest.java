package io.casewire.kit.loop;

import static io.casewire.testkit.Eventually.eventually;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import io.smallrye.common.vertx.VertxContext;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class WakefulLoopTest {

  private final Vertx vertx = Vertx.vertx();
  private final List<Context> passes = new CopyOnWriteArrayList<>();
  private final WakefulLoop loop = new WakefulLoop("test", vertx, this::pass);

  @AfterEach
  void stop() {
    loop.stop();
    vertx.close().toCompletionStage().toCompletableFuture().join();
  }

  @Test
  void a_pass_shares_its_context_neither_with_who_woke_the_loop_nor_with_another_pass() {
    // Given
    Context waker = VertxContext.createNewDuplicatedContext(vertx.getOrCreateContext());
    loop.start();
    awaitPasses(1);

    // When
    waker.runOnContext(ignored -> loop.wake());
    awaitPasses(2);

    // Then
    assertFalse(passes.contains(waker));
    assertEquals(2, passes.stream().distinct().count());
  }

  private Uni<Duration> pass() {
    passes.add(Vertx.currentContext());
    return Uni.createFrom().item(Duration.ofMinutes(1));
  }

  private void awaitPasses(int count) {
    eventually(() -> assertEquals(count, passes.size()));
  }
}
