package io.casewire.sla.rules;

import io.casewire.kit.transaction.UnitOfWork;
import io.smallrye.mutiny.Uni;

/**
 * Lets definitions of one thing wait for each other, so that versions have no gaps and no twins.
 */
final class Turn {

  private static final String LOCK =
      "select cast(pg_advisory_xact_lock(hashtextextended(?1, 0)) as text)";

  private Turn() {}

  /** Waits until nobody else defines this; holds until the transaction ends. */
  static Uni<Void> take(UnitOfWork unitOfWork, String name) {
    return unitOfWork
        .session()
        .createNativeQuery(LOCK, String.class)
        .setParameter(1, name)
        .getResultList()
        .replaceWithVoid();
  }
}
