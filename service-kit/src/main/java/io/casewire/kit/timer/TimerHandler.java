package io.casewire.kit.timer;

import io.casewire.kit.transaction.UnitOfWork;
import io.smallrye.mutiny.Uni;
import java.time.Instant;
import java.util.List;

/** Does what timers of one kind are set for. */
public interface TimerHandler {

  /** The kind of timers it takes. */
  String kind();

  /**
   * Does what is due, in the transaction that also removes the timers: both happen or neither. A
   * handler may set the same key again. It must check for itself whether there is still something
   * to do, since a timer may fire late.
   *
   * @param due in the order of their instants
   * @param now the database's time
   */
  Uni<Void> fire(UnitOfWork unitOfWork, List<DueTimer> due, Instant now);
}
