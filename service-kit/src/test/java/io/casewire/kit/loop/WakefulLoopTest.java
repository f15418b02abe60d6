package io.casewire.kit.loop;

import static io.casewire.testkit.Eventually.eventually;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import io.smallrye.common.vertx.VertxContext;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import java.time.Duration;
import java.util.Iterator;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class WakefulLoopTest {

  private final Supervised supervised = new Supervised();
  private final Vertx vertx = supervised.vertx;
  private final List<Context> passes = new CopyOnWriteArrayList<>();
  private final WakefulLoop loop = supervised.loops.onEventLoop("test", this::pass);

  @AfterEach
  void stop() {
    loop.stop();
    supervised.close();
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

  @Test
  void whatever_a_pass_does_another_one_comes() {
    // Given
    Iterator<Supplier<Uni<Duration>>> bad =
        List.<Supplier<Uni<Duration>>>of(
                () -> Uni.createFrom().failure(new IllegalStateException("of the code")),
                () -> {
                  throw new NoClassDefFoundError("missing");
                },
                () -> Uni.createFrom().nullItem(),
                () -> Uni.createFrom().item(Duration.ofSeconds(Long.MIN_VALUE)),
                () -> null)
            .iterator();
    WakefulLoop failing =
        supervised.loops.onEventLoop("fails", () -> bad.hasNext() ? bad.next().get() : this.pass());

    // When
    failing.start();

    // Then
    awaitPasses(1);
    assertEquals(5, supervised.count("casewire.loop.failures", "fails"));
    failing.stop();
  }

  private Uni<Duration> pass() {
    passes.add(Vertx.currentContext());
    return Uni.createFrom().item(Duration.ofMinutes(1));
  }

  private void awaitPasses(int count) {
    eventually(() -> assertEquals(count, passes.size()));
  }
}
