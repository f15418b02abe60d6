package io.casewire.kit.inbox;

import io.casewire.kit.transaction.UnitOfWork;
import io.smallrye.mutiny.Uni;
import java.util.List;

/** What a service does with the events of a topic. */
public interface EventHandler {

  /** The topic whose events this handler takes; one handler for each topic of a service. */
  String topic();

  /** Whether this handler has any use for a type; others are skipped and counted. */
  boolean consumes(String type);

  /**
   * Applies events, in this order, in the given transaction.
   *
   * <p>Each event is given to it once, apart from attempts whose transaction did not commit. A
   * failure that is not the database's or the network's marks an event as one that can't be
   * applied: it is tried alone, and if it fails again its subject is parked.
   */
  Uni<Void> apply(UnitOfWork unitOfWork, List<ReceivedEvent> events);
}
