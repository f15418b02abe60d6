package io.casewire.sla.timekeeping;

import io.casewire.kit.timer.DueTimer;
import io.casewire.kit.timer.TimerHandler;
import io.casewire.kit.transaction.UnitOfWork;
import io.casewire.sla.cases.CaseAlarms;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** Raises what the clocks of cases have come to. */
@ApplicationScoped
class AlarmTimer implements TimerHandler {

  private final Rounds rounds;
  private final AlarmMetrics metrics;

  AlarmTimer(Rounds rounds, AlarmMetrics metrics) {
    this.rounds = rounds;
    this.metrics = metrics;
  }

  @Override
  public String kind() {
    return CaseAlarms.KIND;
  }

  @Override
  public Uni<Void> fire(UnitOfWork unitOfWork, List<DueTimer> due, Instant now) {
    List<UUID> caseIds = due.stream().map(CaseAlarms::caseOf).toList();
    return rounds
        .hold(unitOfWork, caseIds, now, round -> caseIds.forEach(round::ring))
        .invoke(round -> unitOfWork.afterCommit(() -> metrics.raised(round.outcomes(), now)))
        .replaceWithVoid();
  }
}
