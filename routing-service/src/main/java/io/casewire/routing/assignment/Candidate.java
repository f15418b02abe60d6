package io.casewire.routing.assignment;

import org.jspecify.annotations.Nullable;

/**
 * An agent as a decision found him.
 *
 * @param eligible whether no rule kept him from taking the case
 * @param reason why he did not get it; null for the chosen one only
 * @param load units he held before the decision
 */
public record Candidate(
    String agentId, boolean eligible, @Nullable Reason reason, int load, int capacity) {

  static Candidate chosen(Seat seat) {
    return new Candidate(seat.id(), true, null, seat.load(), seat.capacity());
  }

  static Candidate passedOver(Seat seat, Reason reason) {
    return new Candidate(
        seat.id(), reason.equals(Reason.RANKED_LOWER), reason, seat.load(), seat.capacity());
  }
}
