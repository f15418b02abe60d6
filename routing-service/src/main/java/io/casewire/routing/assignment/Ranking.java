package io.casewire.routing.assignment;

import io.casewire.routing.assignment.Lane.Contender;
import io.casewire.routing.directory.Strategy;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * The order of the agents who could take a case; the first gets it. The agent id is the last
 * criterion, so no two agents are equal.
 *
 * @param criteria the language, what the queue's definition says, and the tie breaks
 */
record Ranking(List<Criterion> criteria) implements Comparator<Contender> {

  /** The criteria before this one are no tie breaks. */
  private static final int FIRST_TIE_BREAK = 2;

  static Ranking of(Strategy strategy) {
    return new Ranking(
        switch (strategy) {
          case LEAST_LOADED ->
              List.of(Criterion.LANGUAGE, Criterion.LOAD, Criterion.IDLE, Criterion.ID);
          case ROUND_ROBIN -> List.of(Criterion.LANGUAGE, Criterion.TURN, Criterion.ID);
          case LONGEST_IDLE -> List.of(Criterion.LANGUAGE, Criterion.IDLE, Criterion.ID);
        });
  }

  @Override
  public int compare(Contender a, Contender b) {
    int order = 0;
    for (int i = 0; order == 0 && i < criteria.size(); i++) {
      order = criteria.get(i).order.compare(a, b);
    }
    return order;
  }

  /** The tie break that decided between the two; empty if the language or the strategy did. */
  Optional<String> tieBreak(Contender winner, Contender runnerUp) {
    for (int i = 0; i < criteria.size(); i++) {
      if (criteria.get(i).order.compare(winner, runnerUp) != 0) {
        return i < FIRST_TIE_BREAK ? Optional.empty() : Optional.of(criteria.get(i).name);
      }
    }
    return Optional.empty();
  }

  /** One way to put agents in order. */
  private enum Criterion {
    /** Agents who speak the language before agents who translate. */
    LANGUAGE("language", Comparator.comparing(Contender::translates)),
    /** Load by capacity, compared without rounding. */
    LOAD(
        "least-loaded",
        (a, b) ->
            Long.compare(
                (long) a.seat().load() * b.seat().capacity(),
                (long) b.seat().load() * a.seat().capacity())),
    IDLE("longest-idle", Comparator.comparing(contender -> contender.seat().idleSince())),
    TURN("round-robin", Comparator.comparingLong(contender -> contender.seat().lastTurn())),
    ID("agent-id", Comparator.comparing(contender -> contender.seat().id()));

    /** How a decision speaks of it. */
    private final String name;

    private final Comparator<Contender> order;

    Criterion(String name, Comparator<Contender> order) {
      this.name = name;
      this.order = order;
    }
  }
}
