package io.casewire.routing.drain;

import io.casewire.kit.setaside.SetAside;
import io.casewire.kit.setaside.WorkQueue;
import io.casewire.kit.transaction.Transactions;
import io.casewire.routing.wake.DrainSignal;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;

/**
 * The waiting cases that can't be assigned because something about them fails: the drainer passes
 * over them, their clocks run on, and people can still work on them.
 */
@ApplicationScoped
class AssignmentQueue implements WorkQueue {

  static final String NAME = "assignment";

  private final Transactions transactions;
  private final SetAside setAside;
  private final DrainSignal drain;

  AssignmentQueue(Transactions transactions, SetAside setAside, DrainSignal drain) {
    this.transactions = transactions;
    this.setAside = setAside;
    this.drain = drain;
  }

  @Override
  public String name() {
    return NAME;
  }

  /** Lets the drainer take the case again. */
  @Override
  public Uni<Void> retry(String caseId) {
    return transactions
        .write(
            unitOfWork -> {
              unitOfWork.afterCommit(drain);
              return setAside.remove(unitOfWork, NAME, caseId);
            })
        .replaceWithVoid();
  }
}
