package io.casewire.routing.life;

import io.casewire.events.AssignmentReason;
import io.casewire.events.CaseStatus;
import io.casewire.events.StatusChangeReason;
import io.casewire.routing.life.LifeEvent.Assigned;
import io.casewire.routing.life.LifeEvent.Queued;
import io.casewire.routing.life.LifeEvent.StatusChanged;
import io.casewire.routing.life.LifeEvent.Unassigned;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** The events of one decision, gathered one after the other while the state moves along. */
final class Steps {

  private final List<LifeEvent> events = new ArrayList<>();
  private CaseState state;

  Steps(CaseState state) {
    this.state = state;
  }

  Steps then(LifeEvent event) {
    events.add(event);
    state = state.after(List.of(event));
    return this;
  }

  Steps move(Phase to, StatusChangeReason reason) {
    return then(new StatusChanged(state.status(), to, reason));
  }

  /**
   * Back to open. A case without an owner, or whose owner can't take it, begins a new turn in its
   * queue. An owner who gets a case back that was done with is told; of a lost answer the event
   * that says so tells.
   */
  Steps open(StatusChangeReason reason, OwnerState ownerState, Instant since) {
    CaseStatus from = state.status();
    move(new Phase.Open(), reason);
    String owner = state.owner();
    if (owner == null || !ownerState.keepsReopened(from, reason)) {
      return release(UnassignReason.OWNER_UNAVAILABLE)
          .then(new Queued(state.place().queue(), since));
    }
    boolean comesBack = from != CaseStatus.PENDING && reason == StatusChangeReason.CUSTOMER_MESSAGE;
    return comesBack ? then(new Assigned(owner, AssignmentReason.STICKY)) : this;
  }

  Steps release(UnassignReason why) {
    String owner = state.owner();
    return owner == null ? this : then(new Unassigned(owner, why));
  }

  /** Into a queue without an owner, with the turn it has. */
  Steps enqueue(String queue, UnassignReason why) {
    if (state.place().isUnowned() && state.place().queue().equals(queue)) {
      return this;
    }
    return release(why).then(new Queued(queue, state.place().waitingSince()));
  }

  List<LifeEvent> events() {
    return List.copyOf(events);
  }

  CaseState state() {
    return state;
  }

  Decision decision() {
    return new Decision.Accepted(events);
  }
}
