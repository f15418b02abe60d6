package io.casewire.acceptance.audit;

import io.casewire.events.CaseAssigned;
import io.casewire.events.CaseEvent;
import io.casewire.events.CaseOpened;
import io.casewire.events.CaseQueued;
import io.casewire.events.CaseStatus;
import io.casewire.events.CaseStatusChanged;
import io.casewire.events.CaseUnassigned;
import org.jspecify.annotations.Nullable;

/**
 * What the stream says of a case.
 *
 * @param address of the customer
 * @param owner none while it waits
 * @param queue where it waits, or from where it was assigned; none before routing has seen it
 */
record FoldedCase(
    @Nullable String address, CaseStatus status, @Nullable String owner, @Nullable String queue) {

  static FoldedCase of(CaseOpened opened) {
    return new FoldedCase(opened.personal().from(), CaseStatus.OPEN, null, null);
  }

  FoldedCase after(CaseEvent event) {
    return switch (event) {
      case CaseQueued queued -> new FoldedCase(address, status, null, queued.queue());
      case CaseAssigned assigned ->
          new FoldedCase(address, status, assigned.agentId(), assigned.queue());
      case CaseUnassigned _ -> new FoldedCase(address, status, null, queue);
      case CaseStatusChanged changed -> new FoldedCase(address, changed.to(), owner, queue);
      default -> this;
    };
  }
}
