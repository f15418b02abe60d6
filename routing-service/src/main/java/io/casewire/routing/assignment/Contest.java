package io.casewire.routing.assignment;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The choice among the agents on duty for one case: one walk, no sorting. */
final class Contest {

  private final Ranking ranking;
  private final Demand demand;
  private final Group rankedLower;
  private final Group declined;
  private final Group atCapacity;
  private @Nullable Contestant winner;
  private @Nullable Contestant runnerUp;

  Contest(Ranking ranking, Demand demand, int mostOfAKind) {
    this.ranking = ranking;
    this.demand = demand;
    this.rankedLower = new Group(mostOfAKind);
    this.declined = new Group(mostOfAKind);
    this.atCapacity = new Group(mostOfAKind);
  }

  void judge(Contestant contestant) {
    Optional<Reason> objection =
        FitPolicy.firstObjection(FitPolicy.OF_THE_CASE, contestant.seat(), demand);
    if (objection.isEmpty()) {
      rank(contestant);
    } else if (objection.get().equals(Reason.DECLINED)) {
      declined.add(contestant.seat());
    } else {
      atCapacity.add(contestant.seat());
    }
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
    return winner == null && declined.count() == 0;
  }

  /** The agents on duty who did not get the case, by reason. */
  Map<Reason, Group> passedOver() {
    Map<Reason, Group> groups = new LinkedHashMap<>();
    groups.put(Reason.RANKED_LOWER, rankedLower);
    groups.put(Reason.DECLINED, declined);
    groups.put(Reason.AT_CAPACITY, atCapacity);
    return groups;
  }

  private void rank(Contestant contestant) {
    if (winner == null) {
      winner = contestant;
    } else if (ranking.isBetter(contestant, winner)) {
      rankedLower.add(winner.seat());
      runnerUp = winner;
      winner = contestant;
    } else {
      rankedLower.add(contestant.seat());
      if (runnerUp == null || ranking.isBetter(contestant, runnerUp)) {
        runnerUp = contestant;
      }
    }
  }
}
