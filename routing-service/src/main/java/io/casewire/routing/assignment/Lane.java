package io.casewire.routing.assignment;

import io.casewire.routing.directory.LanguageLevel;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * All cases of one queue in one language during a pass: who is on duty for them is found out once.
 */
final class Lane {

  private final List<Contestant> onDuty = new ArrayList<>();
  private final List<Rejected> rejected = new ArrayList<>();
  private final Map<Reason, Integer> rejections = new HashMap<>();
  private int fullFrom = Integer.MAX_VALUE;

  Lane(List<Seat> seats, Demand demand) {
    for (Seat seat : seats) {
      Optional<Reason> objection = FitPolicy.firstObjection(FitPolicy.OF_THE_LANE, seat, demand);
      if (objection.isPresent()) {
        rejected.add(new Rejected(seat, objection.get()));
        rejections.merge(objection.get(), 1, Integer::sum);
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
    Contest contest = new Contest(ranking, demand);
    onDuty.forEach(contest::judge);
    if (contest.nobodyHasRoom()) {
      fullFrom = Math.min(fullFrom, demand.weight());
    }
    return contest;
  }

  List<Contestant> onDuty() {
    return onDuty;
  }

  List<Rejected> rejected() {
    return rejected;
  }

  Map<Reason, Integer> rejections() {
    return rejections;
  }

  private static boolean translates(Seat seat, String language) {
    return seat.agent().speaks(language).equals(Optional.of(LanguageLevel.TRANSLATE));
  }
}
