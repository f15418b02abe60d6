package io.casewire.kit.transaction;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.EnumMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Who waits, and who is next: what goes ahead, then who is being served already, then of the others
 * one of each line in turn, so that neither keeps the other out. Not thread-safe.
 */
final class WaitingLines<W> {

  private final Map<Line, Deque<W>> waiting = new EnumMap<>(Line.class);
  private Line turn = Line.REQUESTS;
  private boolean standing;

  WaitingLines() {
    for (Line line : Line.values()) {
      waiting.put(line, new ArrayDeque<>());
    }
  }

  void add(W waiter, Line line) {
    of(line).add(waiter);
  }

  /** Whether he was still waiting. */
  boolean remove(W waiter, Line line) {
    return of(line).remove(waiter);
  }

  int length(Line line) {
    return of(line).size();
  }

  /**
   * Nobody who stays connected is next until they move on.
   *
   * @return whether they have moved until now
   */
  boolean stop() {
    boolean moved = !standing;
    standing = true;
    return moved;
  }

  void moveOn() {
    standing = false;
  }

  boolean isMoving(Line line) {
    return switch (line) {
      case AHEAD, REQUESTS -> true;
      case BEGUN, STAYING -> !standing;
    };
  }

  /** Who is next, taken out of his line; null if there is nobody. */
  @Nullable W next() {
    W first = poll(Line.AHEAD);
    if (first == null) {
      first = poll(Line.BEGUN);
    }
    return first == null ? nextInTurn() : first;
  }

  private @Nullable W nextInTurn() {
    Line other = turn == Line.REQUESTS ? Line.STAYING : Line.REQUESTS;
    W next = poll(turn);
    if (next == null) {
      return poll(other);
    }
    turn = other;
    return next;
  }

  private @Nullable W poll(Line line) {
    return isMoving(line) ? of(line).poll() : null;
  }

  private Deque<W> of(Line line) {
    return waiting.get(line);
  }

  /** Where somebody waits; who is served first comes first. */
  enum Line {
    /** What is done for many at once, and what was accepted: never many of them at a time. */
    AHEAD,
    /** Who is being served already, and stays connected while he waits. */
    BEGUN,
    /** Who is new, and stays connected while he waits. */
    STAYING,
    /** Whoever gives up after a while, and comes again. */
    REQUESTS
  }
}
