package io.casewire.routing.assignment;

import java.util.Comparator;

/**
 * One way to put agents in order; the first is the better.
 *
 * @param name how a decision speaks of it
 */
record Criterion(String name, Comparator<Contestant> order) {

  static final Criterion LANGUAGE =
      new Criterion("language", (a, b) -> Boolean.compare(a.translates(), b.translates()));

  /** Load by capacity, compared without rounding. */
  static final Criterion LOAD =
      new Criterion(
          "least-loaded",
          (a, b) ->
              Long.compare(
                  (long) a.seat().load() * b.seat().capacity(),
                  (long) b.seat().load() * a.seat().capacity()));

  static final Criterion IDLE =
      new Criterion("longest-idle", (a, b) -> a.seat().idleSince().compareTo(b.seat().idleSince()));

  static final Criterion RING =
      new Criterion(
          "round-robin", (a, b) -> Long.compare(a.seat().lastTurn(), b.seat().lastTurn()));

  static final Criterion ID =
      new Criterion("agent-id", (a, b) -> a.seat().id().compareTo(b.seat().id()));

  boolean separates(Contestant a, Contestant b) {
    return order.compare(a, b) != 0;
  }
}
