package io.casewire.routing.life;

import io.casewire.events.AgentRole;

/**
 * A member of staff, and what he is towards the queue of the case he acts on.
 *
 * @param authority judged by whoever knows the directory; owning the case is no part of it
 */
public record Actor(String agentId, Authority authority) {

  /** What a person is towards a queue; a later one includes the earlier ones. */
  public enum Authority {
    /** Does not work on the queue. */
    NONE,
    /** Works on the queue. */
    MEMBER,
    /** Leads the queue: a lead who works on it, or anybody above a lead. */
    LEAD
  }

  /** The actor with this role; {@code member} says whether he works on the case's queue. */
  public static Actor of(String agentId, AgentRole role, boolean member) {
    return new Actor(
        agentId,
        switch (role) {
          case AGENT -> member ? Authority.MEMBER : Authority.NONE;
          case LEAD -> member ? Authority.LEAD : Authority.NONE;
          case SUPERVISOR, ADMIN -> Authority.LEAD;
        });
  }

  boolean isAtLeast(Authority least) {
    return authority.compareTo(least) >= 0;
  }
}
