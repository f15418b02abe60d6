package io.casewire.routing.assignment;

import java.util.Optional;

/** A case is not offered again to somebody who has declined it. */
final class DeclinePolicy implements FitPolicy {

  private static final Optional<Reason> DECLINED = Optional.of(Reason.DECLINED);

  @Override
  public Optional<Reason> objection(Seat seat, Demand demand) {
    return demand.declinedBy().contains(seat.id()) ? DECLINED : Optional.empty();
  }
}
