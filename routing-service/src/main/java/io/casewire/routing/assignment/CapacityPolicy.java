package io.casewire.routing.assignment;

import java.util.Optional;

/** Nobody is given more than his capacity by himself. */
final class CapacityPolicy implements FitPolicy {

  private static final Optional<Reason> FULL = Optional.of(Reason.AT_CAPACITY);

  @Override
  public Optional<Reason> objection(Seat seat, Demand demand) {
    return seat.hasRoomFor(demand.weight()) ? Optional.empty() : FULL;
  }
}
