package io.casewire.routing.desk;

import io.casewire.events.AgentRole;
import io.casewire.kit.identity.Caller;
import io.casewire.kit.identity.Role;
import io.casewire.routing.casework.CaseEntity;
import io.casewire.routing.casework.CaseFilter.Visible;
import io.casewire.routing.directory.AgentAtWork;
import io.casewire.routing.directory.Presence;
import io.casewire.routing.life.Actor;
import io.casewire.routing.life.CaseState;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * The member of staff who calls.
 *
 * @param atWork empty if the caller was never defined as an agent, and then sees nothing
 */
public record Viewer(Caller caller, Optional<AgentAtWork> atWork) {

  /** The caller's id. */
  public String agentId() {
    return caller.agentId();
  }

  /** Whether the caller was defined as an agent. */
  public boolean isKnown() {
    return atWork.isPresent();
  }

  /** The name of the caller's presence in every interface. */
  public String presence() {
    return atWork.map(AgentAtWork::presence).orElse(Presence.OFFLINE).wireName();
  }

  /** The names of all presences. */
  public List<String> presences() {
    return Arrays.stream(Presence.values()).map(Presence::wireName).toList();
  }

  /** Units of work that the caller holds. */
  public int load() {
    return atWork.map(AgentAtWork::load).orElse(0);
  }

  /** Units of work that may be assigned to the caller automatically. */
  public int capacity() {
    return atWork.map(agent -> agent.agent().capacity()).orElse(0);
  }

  /** The cases that the caller sees. */
  public Visible visible() {
    if (atWork.isEmpty()) {
      return new Visible.Nothing();
    }
    return caller.isAtLeast(Role.SUPERVISOR)
        ? new Visible.All()
        : new Visible.Own(caller.agentId(), atWork.get().agent().queues());
  }

  /** Whether the caller sees a case. */
  public boolean sees(CaseEntity theCase) {
    CaseState state = theCase.state();
    return switch (visible()) {
      case Visible.All() -> true;
      case Visible.Own own ->
          own.agentId().equals(state.owner()) || own.queues().contains(state.place().queue());
      case Visible.Nothing() -> false;
    };
  }

  /** The caller as the actor on a case that the caller sees. */
  public Actor actor(CaseEntity theCase) {
    return Actor.of(
        caller.agentId(),
        role(caller.role()),
        self().agent().worksOn(theCase.state().place().queue()));
  }

  /** The caller as an agent, for a caller who has been found to see something. */
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
