package io.casewire.routing.casework;

import io.casewire.kit.timer.DueTimer;
import io.casewire.kit.timer.TimerHandler;
import io.casewire.kit.transaction.UnitOfWork;
import io.casewire.routing.life.SystemCommand;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;

/** Opens pending cases whose wake-up time has come. */
@ApplicationScoped
class WakeUpTimer implements TimerHandler {

  private final TimerMoves moves;

  WakeUpTimer(TimerMoves moves) {
    this.moves = moves;
  }

  @Override
  public String kind() {
    return CaseTimers.WAKE_UP;
  }

  @Override
  public Uni<Void> fire(UnitOfWork unitOfWork, List<DueTimer> due, Instant now) {
    return moves.move(unitOfWork, due, now, SystemCommand.WakeUp::new);
  }
}
