package io.casewire.routing.assignment;

import java.util.Optional;

/** An agent needs every skill that the queue asks for; the first missing one is named. */
final class SkillPolicy implements FitPolicy {

  @Override
  public Optional<Reason> objection(Seat seat, Demand demand) {
    return demand.queue().requiredSkills().stream()
        .filter(skill -> !seat.agent().skills().contains(skill))
        .findFirst()
        .map(Reason::lacksSkill);
  }
}
