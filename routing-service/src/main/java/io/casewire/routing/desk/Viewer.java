package io.casewire.routing.desk;

import io.casewire.events.AgentRole;
import io.casewire.kit.identity.Caller;
import io.casewire.kit.identity.Role;
import io.casewire.routing.casework.CaseEntity;
import io.casewire.routing.casework.CaseFilter.Visible;
import io.casewire.routing.directory.AgentAtWork;
import io.casewire.routing.life.Actor;
import io.casewire.routing.life.CaseState;
import java.util.Optional;

/**
 * A member of staff who calls.
 *
 * @param atWork empty if nobody works here under this name
 */
public record Viewer(Caller caller, Optional<AgentAtWork> atWork) {

  /** Which cases he sees. */
  public Visible visible() {
    if (atWork.isEmpty()) {
      return new Visible.Nothing();
    }
    return caller.isAtLeast(Role.SUPERVISOR)
        ? new Visible.All()
        : new Visible.Own(caller.agentId(), atWork.get().agent().queues());
  }

  /** Whether he sees a case. */
  public boolean sees(CaseEntity theCase) {
    CaseState state = theCase.state();
    return switch (visible()) {
      case Visible.All() -> true;
      case Visible.Own own ->
          own.agentId().equals(state.owner()) || own.queues().contains(state.place().queue());
      case Visible.Nothing() -> false;
    };
  }

  /** What he is towards a case that he sees. */
  public Actor actor(CaseEntity theCase) {
    return Actor.of(
        caller.agentId(),
        role(caller.role()),
        self().agent().worksOn(theCase.state().place().queue()));
  }

  /** Himself, once he has been seen to see something. */
  public AgentAtWork self() {
    return atWork.orElseThrow();
  }

  private static AgentRole role(Role role) {
    return switch (role) {
      case AGENT -> AgentRole.AGENT;
      case LEAD -> AgentRole.LEAD;
      case SUPERVISOR -> AgentRole.SUPERVISOR;
      case ADMIN -> AgentRole.ADMIN;
    };
  }
}
