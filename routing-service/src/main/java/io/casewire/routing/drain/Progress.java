package io.casewire.routing.drain;

/** How far the planning of a queue has come. */
enum Progress {

  /** There is nothing more to do for now. */
  DONE,

  /** More cases may be assigned at once. */
  MORE,

  /** Another replica is planning the queue, and may not have seen what this one was woken for. */
  CONTENDED
}
