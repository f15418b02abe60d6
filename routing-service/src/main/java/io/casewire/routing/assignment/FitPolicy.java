package io.casewire.routing.assignment;

import java.util.List;
import java.util.Optional;

/**
 * One rule about who may take a case. An agent fits when no rule objects; the first objection is
 * the reason that is recorded. The rules stand in a fixed order, what lasts longest first: somebody
 * who does not even work on the queue is not called "offline".
 */
sealed interface FitPolicy
    permits MembershipPolicy,
        PresencePolicy,
        SkillPolicy,
        LanguagePolicy,
        DeclinePolicy,
        CapacityPolicy {

  /** Rules whose answer is the same for all cases of one queue and language during a pass. */
  List<FitPolicy> OF_THE_LANE =
      List.of(
          new MembershipPolicy(), new PresencePolicy(), new SkillPolicy(), new LanguagePolicy());

  /** Rules that must be asked anew for every case. */
  List<FitPolicy> OF_THE_CASE = List.of(new DeclinePolicy(), new CapacityPolicy());

  /** Why the agent can't take it; empty when this rule has nothing against him. */
  Optional<Reason> objection(Seat seat, Demand demand);

  /** The first objection of these rules. */
  static Optional<Reason> firstObjection(List<FitPolicy> policies, Seat seat, Demand demand) {
    for (FitPolicy policy : policies) {
      Optional<Reason> objection = policy.objection(seat, demand);
      if (objection.isPresent()) {
        return objection;
      }
    }
    return Optional.empty();
  }
}
