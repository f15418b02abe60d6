package io.casewire.routing.life;

import io.casewire.routing.life.Actor.Authority;

/** Who may do something with a case. */
public enum Right {
  /** Its owner and everybody who works on its queue. */
  SEE,
  /** Its owner; anybody of its queue while nobody owns it; a lead always. */
  WORK,
  /** A lead of its queue. */
  LEAD,
  /** Its owner and nobody else. */
  OWN;

  boolean isHeldBy(Actor actor, Place place) {
    boolean owns = place.isOwnedBy(actor.agentId());
    return switch (this) {
      case SEE -> owns || actor.isAtLeast(Authority.MEMBER);
      case WORK ->
          owns
              || actor.isAtLeast(Authority.LEAD)
              || place.isUnowned() && actor.isAtLeast(Authority.MEMBER);
      case LEAD -> actor.isAtLeast(Authority.LEAD);
      case OWN -> owns;
    };
  }
}
