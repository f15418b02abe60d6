package io.casewire.intake.chat;

import io.smallrye.mutiny.Uni;
import java.util.ArrayDeque;
import java.util.Queue;
import java.util.function.Function;

/** Handles frames one after the other, and lets few of them wait. It is thread-safe. */
final class FrameQueue {

  private static final int MOST_WAITING = 32;

  private final Function<String, Uni<Void>> handler;
  private final Queue<String> waiting = new ArrayDeque<>();
  private boolean working;

  FrameQueue(Function<String, Uni<Void>> handler) {
    this.handler = handler;
  }

  /** Takes a frame; false if too many wait already. */
  boolean offer(String frame) {
    synchronized (this) {
      if (working) {
        return waiting.size() < MOST_WAITING && waiting.add(frame);
      }
      working = true;
    }
    handle(frame);
    return true;
  }

  synchronized void clear() {
    waiting.clear();
  }

  private void handle(String frame) {
    handler.apply(frame).subscribe().with(ignored -> next(), failure -> next());
  }

  private void next() {
    String frame;
    synchronized (this) {
      frame = waiting.poll();
      working = frame != null;
    }
    if (frame != null) {
      handle(frame);
    }
  }
}
