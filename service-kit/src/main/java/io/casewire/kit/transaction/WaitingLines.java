package io.casewire.kit.transaction;

import io.casewire.kit.transaction.Turnstile.Line;
import io.casewire.kit.transaction.Turnstile.Waiter;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Who waits, and who is next: first what goes ahead, then of the others one of each line in turn,
 * so that neither keeps the other out. Not thread-safe.
 */
final class WaitingLines {

  private final Map<Line, Deque<Waiter>> waiting = new EnumMap<>(Line.class);
  private final Set<Line> standing = EnumSet.noneOf(Line.class);
  private Line turn = Line.REQUESTS;

  WaitingLines() {
    for (Line line : Line.values()) {
      waiting.put(line, new ArrayDeque<>());
    }
  }

  void add(Waiter waiter, Line line) {
    of(line).add(waiter);
  }

  /** Whether he was still waiting. */
  boolean remove(Waiter waiter, Line line) {
    return of(line).remove(waiter);
  }

  int length(Line line) {
    return of(line).size();
  }

  /**
   * Nobody of this line is next until it moves on.
   *
   * @return whether it has moved until now
   */
  boolean stop(Line line) {
    return standing.add(line);
  }

  void moveOn(Line line) {
    standing.remove(line);
  }

  boolean isMoving(Line line) {
    return !standing.contains(line);
  }

  /** Who is next, taken out of his line; null if there is nobody. */
  @Nullable Waiter next() {
    Waiter first = of(Line.AHEAD).poll();
    if (first != null) {
      return first;
    }
    Line other = turn == Line.REQUESTS ? Line.STAYING : Line.REQUESTS;
    Waiter next = poll(turn);
    if (next == null) {
      return poll(other);
    }
    turn = other;
    return next;
  }

  private @Nullable Waiter poll(Line line) {
    return isMoving(line) ? of(line).poll() : null;
  }

  private Deque<Waiter> of(Line line) {
    return waiting.get(line);
  }
}
