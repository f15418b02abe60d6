package io.casewire.routing.assignment;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The choice among the agents on duty for one case: one walk, no sorting. */
final class Contest {

  private final Ranking ranking;
  private final Demand demand;
  private @Nullable Contestant winner;
  private @Nullable Contestant runnerUp;
  private int rankedLower;
  private int declined;
  private int atCapacity;

  Contest(Ranking ranking, Demand demand) {
    this.ranking = ranking;
    this.demand = demand;
  }

  void judge(Contestant contestant) {
    Optional<Reason> objection = objection(contestant);
    if (objection.isEmpty()) {
      enter(contestant);
    } else if (objection.get().equals(Reason.DECLINED)) {
      declined++;
    } else {
      atCapacity++;
    }
  }

  Optional<Reason> objection(Contestant contestant) {
    return FitPolicy.firstObjection(FitPolicy.OF_THE_CASE, contestant.seat(), demand);
  }

  Optional<Contestant> winner() {
    return Optional.ofNullable(winner);
  }

  Optional<String> tieBreak() {
    return winner == null || runnerUp == null
        ? Optional.empty()
        : ranking.tieBreak(winner, runnerUp);
  }

  boolean nobodyHasRoom() {
    return winner == null && declined == 0;
  }

  List<Tally> tallies() {
    return List.of(
        new Tally(Reason.RANKED_LOWER, rankedLower),
        new Tally(Reason.DECLINED, declined),
        new Tally(Reason.AT_CAPACITY, atCapacity));
  }

  private void enter(Contestant contestant) {
    if (winner == null) {
      winner = contestant;
      return;
    }
    rankedLower++;
    if (ranking.isBetter(contestant, winner)) {
      runnerUp = winner;
      winner = contestant;
    } else if (runnerUp == null || ranking.isBetter(contestant, runnerUp)) {
      runnerUp = contestant;
    }
  }

  /** How many of those on duty were passed over for one reason. */
  record Tally(Reason reason, int count) {}
}
