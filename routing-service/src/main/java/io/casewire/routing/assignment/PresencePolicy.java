package io.casewire.routing.assignment;

import java.util.Optional;

/** Nobody gets a case by himself while he is not there; what he has he keeps. */
final class PresencePolicy implements FitPolicy {

  @Override
  public Optional<Reason> objection(Seat seat, Demand demand) {
    if (!seat.atWork().agent().active()) {
      return Optional.of(Reason.OFFLINE);
    }
    return switch (seat.atWork().presence()) {
      case ONLINE -> Optional.empty();
      case AWAY -> Optional.of(Reason.AWAY);
      case OFFLINE -> Optional.of(Reason.OFFLINE);
    };
  }
}
