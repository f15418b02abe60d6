package io.casewire.intake.chat;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.subscription.UniEmitter;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class FrameQueueTest {

  private final List<String> begun = new ArrayList<>();
  private final Queue<UniEmitter<? super Void>> underWay = new ArrayDeque<>();
  private final FrameQueue queue =
      new FrameQueue(
          frame -> {
            begun.add(frame);
            return Uni.createFrom().<Void>emitter(emitter -> underWay.add(emitter));
          });

  @Test
  void a_frame_begins_when_the_one_before_it_is_done_or_has_failed() {
    // Given
    queue.offer("one");
    queue.offer("two");
    queue.offer("three");
    assertEquals(List.of("one"), begun);

    // When
    underWay.remove().complete(null);
    underWay.remove().fail(new IllegalStateException("two"));

    // Then
    assertEquals(List.of("one", "two", "three"), begun);
    assertEquals(1, underWay.size());
  }

  @Test
  void what_comes_faster_than_it_is_worked_off_is_refused_after_a_while() {
    queue.offer("one");
    assertTrue(IntStream.range(0, 32).allMatch(n -> queue.offer("waits")));

    assertFalse(queue.offer("too many"));
    underWay.remove().complete(null);
    assertTrue(queue.offer("room again"));
  }

  @Test
  void a_closed_window_begins_nothing_more() {
    queue.offer("one");
    queue.offer("two");

    queue.clear();
    underWay.remove().complete(null);

    assertEquals(List.of("one"), begun);
  }
}
