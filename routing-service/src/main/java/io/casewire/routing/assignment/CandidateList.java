package io.casewire.routing.assignment;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * The agents who were considered: the chosen one, then for each reason the first few agents, those
 * on duty before the others. The rest is counted by reason.
 */
final class CandidateList {

  private final List<Candidate> listed = new ArrayList<>();
  private final Map<String, Integer> unlisted = new TreeMap<>();

  CandidateList(Lane lane, Contest contest) {
    contest.winner().ifPresent(winner -> listed.add(Candidate.chosen(winner.seat())));
    contest.passedOver().forEach(this::list);
    lane.rejected().forEach(this::list);
  }

  List<Candidate> listed() {
    return listed;
  }

  /** Reason code to the number of agents who are not listed. */
  Map<String, Integer> unlisted() {
    return unlisted;
  }

  private void list(Reason reason, Group group) {
    group.first().forEach(seat -> listed.add(Candidate.passedOver(seat, reason)));
    int rest = group.count() - group.first().size();
    if (rest > 0) {
      unlisted.put(reason.code(), rest);
    }
  }
}
