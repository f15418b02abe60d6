package io.casewire.kit.transaction;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.EnumMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The waiting transactions, by lane. Order: batches, then chats that have begun, then new chats and
 * requests in turn, so that neither of the two keeps the other out. Not thread-safe.
 */
final class ConnectionLanes<W> {

  private final Map<Lane, Deque<W>> waiting = new EnumMap<>(Lane.class);
  private Lane turn = Lane.REQUESTS;
  private boolean standing;

  ConnectionLanes() {
    for (Lane lane : Lane.values()) {
      waiting.put(lane, new ArrayDeque<>());
    }
  }

  void add(W waiter, Lane lane) {
    of(lane).add(waiter);
  }

  /** Takes a waiter out; false if it was not waiting any more. */
  boolean remove(W waiter, Lane lane) {
    return of(lane).remove(waiter);
  }

  int length(Lane lane) {
    return of(lane).size();
  }

  /**
   * Lets chats stand still until {@link #moveOn}.
   *
   * @return whether they were moving until now
   */
  boolean stop() {
    boolean moved = !standing;
    standing = true;
    return moved;
  }

  void moveOn() {
    standing = false;
  }

  boolean isMoving(Lane lane) {
    return switch (lane) {
      case BATCHES, REQUESTS -> true;
      case OPEN_CHATS, NEW_CHATS -> !standing;
    };
  }

  /** Takes out the waiter that is next; null if no waiter may go. */
  @Nullable W next() {
    W first = poll(Lane.BATCHES);
    if (first == null) {
      first = poll(Lane.OPEN_CHATS);
    }
    return first == null ? nextInTurn() : first;
  }

  private @Nullable W nextInTurn() {
    Lane other = turn == Lane.REQUESTS ? Lane.NEW_CHATS : Lane.REQUESTS;
    W next = poll(turn);
    if (next == null) {
      return poll(other);
    }
    turn = other;
    return next;
  }

  private @Nullable W poll(Lane lane) {
    return isMoving(lane) ? of(lane).poll() : null;
  }

  private Deque<W> of(Lane lane) {
    return waiting.get(lane);
  }

  /** Kinds of transactions, in the order in which they get a connection. */
  enum Lane {
    /** Batches of events, passes over a queue, and what has been accepted: few at a time. */
    BATCHES,
    /** Steps of chats that have begun; the visitor stays connected while the step waits. */
    OPEN_CHATS,
    /** First steps of chats; the visitor stays connected while the step waits. */
    NEW_CHATS,
    /** Requests; the client gives up after a while, and comes again. */
    REQUESTS
  }
}
