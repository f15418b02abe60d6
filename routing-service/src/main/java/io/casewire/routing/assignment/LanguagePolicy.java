package io.casewire.routing.assignment;

import java.util.Optional;

/** An agent needs the case's language at any level; those who translate are ranked last. */
final class LanguagePolicy implements FitPolicy {

  @Override
  public Optional<Reason> objection(Seat seat, Demand demand) {
    return seat.agent().speaks(demand.language()).isPresent()
        ? Optional.empty()
        : Optional.of(Reason.lacksLanguage(demand.language()));
  }
}
