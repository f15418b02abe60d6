package io.casewire.routing.assignment;

import io.casewire.routing.directory.LanguageLevel;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * All cases of one queue in one language during a pass: which agents are on duty for them is found
 * out once.
 */
final class Lane {

  private final int mostOfAKind;
  private final List<Contestant> onDuty = new ArrayList<>();
  private final Map<Reason, Group> rejected = new LinkedHashMap<>();
  private int fullFrom = Integer.MAX_VALUE;

  Lane(List<Seat> seats, Demand demand, int mostOfAKind) {
    this.mostOfAKind = mostOfAKind;
    for (Seat seat : seats) {
      Optional<Reason> objection = FitPolicy.firstObjection(FitPolicy.OF_THE_LANE, seat, demand);
      if (objection.isPresent()) {
        rejected.computeIfAbsent(objection.get(), _ -> new Group(mostOfAKind)).add(seat);
      } else {
        onDuty.add(new Contestant(seat, translates(seat, demand.language())));
      }
    }
  }

  /** Whether it is known already that nobody has room for so much: loads only grow in a pass. */
  boolean isFullFor(int weight) {
    return weight >= fullFrom;
  }

  Contest contest(Demand demand, Ranking ranking) {
    Contest contest = new Contest(ranking, demand, mostOfAKind);
    onDuty.forEach(contest::judge);
    if (contest.nobodyHasRoom()) {
      fullFrom = Math.min(fullFrom, demand.weight());
    }
    return contest;
  }

  /** The agents whom a rule of the lane keeps from every case of it, by reason. */
  Map<Reason, Group> rejected() {
    return rejected;
  }

  private static boolean translates(Seat seat, String language) {
    return seat.agent().speaks(language).equals(Optional.of(LanguageLevel.TRANSLATE));
  }
}
