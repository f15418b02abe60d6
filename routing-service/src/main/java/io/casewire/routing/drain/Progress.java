package io.casewire.routing.drain;

/** How far the planning of a queue has come. */
sealed interface Progress {

  /** There is nothing more to do for now. */
  Progress DONE = new Done();

  /** Another replica is at it, and may not have seen what this one was woken for. */
  Progress CONTENDED = new Contended();

  /** There are more after this turn. */
  record UpTo(Turn turn) implements Progress {}

  /** See {@link Progress#DONE}. */
  record Done() implements Progress {}

  /** See {@link Progress#CONTENDED}. */
  record Contended() implements Progress {}
}
