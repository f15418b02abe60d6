package io.casewire.routing.casework;

import io.casewire.kit.timer.DueTimer;
import io.casewire.kit.timer.TimerHandler;
import io.casewire.kit.transaction.UnitOfWork;
import io.casewire.routing.life.SystemCommand;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;

/** Closes resolved cases whose reopen window has passed. */
@ApplicationScoped
class CloseTimer implements TimerHandler {

  private final TimerMoves moves;

  CloseTimer(TimerMoves moves) {
    this.moves = moves;
  }

  @Override
  public String kind() {
    return CaseTimers.CLOSE;
  }

  @Override
  public Uni<Void> fire(UnitOfWork unitOfWork, List<DueTimer> due, Instant now) {
    return moves.move(unitOfWork, due, now, (set, _) -> new SystemCommand.PassReopenWindow(set));
  }
}
