package io.casewire.routing.life;

import io.casewire.events.StatusChangeReason;
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

  /** Back to open. A case without an owner begins a new turn in its queue. */
  Steps open(StatusChangeReason reason, Instant since) {
    move(new Phase.Open(), reason);
    return state.place().isUnowned() ? then(new Queued(state.place().queue(), since)) : this;
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

  CaseState state() {
    return state;
  }

  Decision decision() {
    return new Decision.Accepted(events);
  }
}
