package io.casewire.kit.loop;

import static io.casewire.testkit.Eventually.eventually;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.smallrye.mutiny.Uni;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class LoopSupervisorTest {

  private static final Duration TOO_LONG = Supervised.LONGEST_SILENCE.plusSeconds(1);

  private final Supervised supervised = new Supervised();
  private final AtomicInteger passes = new AtomicInteger();

  @AfterEach
  void close() {
    supervised.close();
  }

  @Test
  void a_pass_that_hangs_is_silent_and_one_that_goes_on_is_not() {
    // Given
    CountDownLatch end = new CountDownLatch(1);
    ThreadLoop loop =
        supervised.loops.onThread(
            "hangs",
            () -> {
              passes.incrementAndGet();
              end.await();
              return Duration.ZERO;
            });
    loop.start();
    eventually(() -> assertEquals(1, passes.get()));

    // When, then
    supervised.pass(TOO_LONG);
    assertEquals(Map.of("hangs", TOO_LONG), supervised.loops.silent());
    assertEquals(TOO_LONG.toSeconds(), supervised.silence("hangs"));
    loop.goesOn();
    assertEquals(Map.of(), supervised.loops.silent());
    loop.stop();
    end.countDown();
  }

  @Test
  void a_pass_of_an_event_loop_that_never_ends_is_silent() {
    WakefulLoop loop =
        supervised.loops.onEventLoop(
            "hangs",
            () -> {
              passes.incrementAndGet();
              return Uni.createFrom().completionStage(new CompletableFuture<>());
            });
    loop.start();
    eventually(() -> assertEquals(1, passes.get()));

    supervised.pass(TOO_LONG);

    assertEquals(Set.of("hangs"), supervised.loops.silent().keySet());
    loop.stop();
    assertEquals(Map.of(), supervised.loops.silent());
  }

  @Test
  void a_loop_that_waits_on_purpose_is_silent_only_from_when_it_should_have_gone_on() {
    // Given
    Duration pause = Duration.ofHours(1);
    WakefulLoop loop =
        supervised.loops.onEventLoop(
            "waits",
            () -> {
              passes.incrementAndGet();
              return Uni.createFrom().item(pause);
            });
    loop.start();
    eventually(() -> assertEquals(1, supervised.count("casewire.loop.passes", "waits")));

    // When, then
    supervised.pass(pause);
    assertEquals(Map.of(), supervised.loops.silent());
    supervised.pass(TOO_LONG);
    assertEquals(Map.of("waits", TOO_LONG), supervised.loops.silent());
    loop.stop();
  }

  @Test
  void a_loop_whose_passes_fail_is_no_silent_one() {
    WakefulLoop loop =
        supervised.loops.onEventLoop(
            "fails", () -> Uni.createFrom().failure(new IllegalStateException()));
    loop.start();

    supervised.pass(TOO_LONG);
    double before = supervised.count("casewire.loop.failures", "fails");

    eventually(
        () -> assertEquals(true, supervised.count("casewire.loop.failures", "fails") > before + 1));
    assertEquals(Map.of(), supervised.loops.silent());
    loop.stop();
  }
}
