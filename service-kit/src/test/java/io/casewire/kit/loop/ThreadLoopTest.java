package io.casewire.kit.loop;

import static io.casewire.testkit.Eventually.eventually;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.Iterator;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class ThreadLoopTest {

  private static final Duration UNTIL_WOKEN = Duration.ofHours(1);

  private final Supervised supervised = new Supervised();
  private final AtomicInteger passes = new AtomicInteger();

  @AfterEach
  void close() {
    supervised.close();
  }

  @Test
  void whatever_a_pass_throws_another_one_comes() {
    // Given
    Iterator<Throwable> failures =
        List.of(
                new IllegalStateException("of the code"),
                new NoClassDefFoundError("missing"),
                new StackOverflowError(),
                new InterruptedException())
            .iterator();
    ThreadLoop loop =
        supervised.loops.onThread(
            "fails",
            () -> {
              if (failures.hasNext()) {
                throw sneaky(failures.next());
              }
              passes.incrementAndGet();
              return UNTIL_WOKEN;
            });

    // When
    loop.start();

    // Then
    eventually(() -> assertEquals(1, passes.get()));
    assertEquals(4, supervised.count("casewire.loop.failures", "fails"));
    assertEquals(1, supervised.count("casewire.loop.passes", "fails"));
    assertTrue(loop.isRunning());
    loop.stop();
  }

  @Test
  void a_reason_to_work_during_a_pass_leads_to_one_more_pass() {
    // Given
    CountDownLatch underWay = new CountDownLatch(1);
    CountDownLatch goOn = new CountDownLatch(1);
    ThreadLoop loop =
        supervised.loops.onThread(
            "woken",
            () -> {
              passes.incrementAndGet();
              underWay.countDown();
              goOn.await();
              return UNTIL_WOKEN;
            });
    loop.start();
    eventually(() -> assertEquals(0, underWay.getCount()));

    // When
    loop.wake();
    loop.wake();
    goOn.countDown();

    // Then
    eventually(() -> assertEquals(2, passes.get()));
    loop.stop();
  }

  @Test
  void a_stopped_loop_ends_from_its_pause_and_tidies_up() throws InterruptedException {
    // Given
    AtomicInteger tidied = new AtomicInteger();
    ThreadLoop loop =
        supervised
            .loops
            .onThread(
                "stops",
                () -> {
                  passes.incrementAndGet();
                  return UNTIL_WOKEN;
                })
            .atEnd(tidied::incrementAndGet);
    loop.start();
    eventually(() -> assertEquals(1, passes.get()));

    // When
    loop.stop();

    // Then
    assertTrue(loop.awaitEnd(Duration.ofSeconds(20)));
    assertFalse(loop.isRunning());
    assertEquals(1, tidied.get());
  }

  @SuppressWarnings("unchecked")
  private static <T extends Throwable> RuntimeException sneaky(Throwable failure) throws T {
    throw (T) failure;
  }
}
