package io.casewire.routing.assignment;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Who was considered, up to a limit: the chosen one, then everybody on duty, then the others, each
 * by agent id. Whoever is not listed is counted by reason.
 */
final class CandidateList {

  private final int limit;
  private final List<Candidate> listed = new ArrayList<>();
  private final Map<Reason, Integer> remaining;

  CandidateList(int limit, Lane lane, Contest contest) {
    this.limit = limit;
    this.remaining = new HashMap<>(lane.rejections());
    contest
        .tallies()
        .forEach(tally -> remaining.merge(tally.reason(), tally.count(), Integer::sum));
    contest.winner().ifPresent(winner -> listed.add(Candidate.chosen(winner.seat())));
    listOnDuty(lane, contest);
    listRejected(lane);
  }

  List<Candidate> listed() {
    return listed;
  }

  /** Reason code to number of agents who are not listed. */
  Map<String, Integer> unlisted() {
    Map<String, Integer> counts = new TreeMap<>();
    remaining.forEach(
        (reason, count) -> {
          if (count > 0) {
            counts.put(reason.code(), count);
          }
        });
    return counts;
  }

  private void listOnDuty(Lane lane, Contest contest) {
    Contestant winner = contest.winner().orElse(null);
    for (Iterator<Contestant> all = lane.onDuty().iterator(); all.hasNext() && hasSpace(); ) {
      Contestant contestant = all.next();
      if (contestant != winner) {
        list(contestant.seat(), contest.objection(contestant).orElse(Reason.RANKED_LOWER));
      }
    }
  }

  private void listRejected(Lane lane) {
    for (Iterator<Rejected> all = lane.rejected().iterator(); all.hasNext() && hasSpace(); ) {
      Rejected rejected = all.next();
      list(rejected.seat(), rejected.reason());
    }
  }

  private void list(Seat seat, Reason reason) {
    listed.add(Candidate.passedOver(seat, reason));
    remaining.merge(reason, -1, Integer::sum);
  }

  private boolean hasSpace() {
    return listed.size() < limit;
  }
}
