package io.casewire.routing.assignment;

import io.casewire.routing.directory.Strategy;
import java.util.List;
import java.util.Optional;

/**
 * Who comes first among the agents who could take a case. The agent id is the last criterion, so
 * the answer is always one and the same.
 *
 * @param strategy what the queue's definition says, after the language
 * @param tieBreaks what decides between agents whom the strategy finds equal
 */
record Ranking(Criterion strategy, List<Criterion> tieBreaks) {

  static Ranking of(Strategy strategy) {
    return switch (strategy) {
      case LEAST_LOADED -> new Ranking(Criterion.LOAD, List.of(Criterion.IDLE, Criterion.ID));
      case ROUND_ROBIN -> new Ranking(Criterion.RING, List.of(Criterion.ID));
      case LONGEST_IDLE -> new Ranking(Criterion.IDLE, List.of(Criterion.ID));
    };
  }

  boolean isBetter(Contestant a, Contestant b) {
    int order = Criterion.LANGUAGE.order().compare(a, b);
    if (order == 0) {
      order = strategy.order().compare(a, b);
    }
    for (int i = 0; order == 0 && i < tieBreaks.size(); i++) {
      order = tieBreaks.get(i).order().compare(a, b);
    }
    return order < 0;
  }

  /** What decided between the two; empty when the language or the strategy itself did. */
  Optional<String> tieBreak(Contestant winner, Contestant runnerUp) {
    if (Criterion.LANGUAGE.separates(winner, runnerUp) || strategy.separates(winner, runnerUp)) {
      return Optional.empty();
    }
    return tieBreaks.stream()
        .filter(criterion -> criterion.separates(winner, runnerUp))
        .findFirst()
        .map(Criterion::name);
  }
}
