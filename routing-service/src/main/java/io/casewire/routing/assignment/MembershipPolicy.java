package io.casewire.routing.assignment;

import java.util.Optional;

/** Only the queue's own agents take its cases. */
final class MembershipPolicy implements FitPolicy {

  private static final Optional<Reason> OUTSIDE = Optional.of(Reason.NOT_IN_QUEUE);

  @Override
  public Optional<Reason> objection(Seat seat, Demand demand) {
    return seat.agent().worksOn(demand.queue().id()) ? Optional.empty() : OUTSIDE;
  }
}
