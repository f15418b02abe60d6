package io.casewire.routing.casework;

import io.casewire.events.envelope.Cause;
import io.casewire.kit.timer.DueTimer;
import io.casewire.kit.transaction.UnitOfWork;
import io.casewire.routing.life.CaseLife;
import io.casewire.routing.life.Decision;
import io.casewire.routing.life.SystemCommand;
import io.casewire.routing.roster.Queues;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;

/** Moves cases whose timer rang. */
@ApplicationScoped
class TimerMoves {

  private final CaseLedger ledger;
  private final Queues queues;
  private final CaseLife life;

  TimerMoves(CaseLedger ledger, Queues queues, CaseLife life) {
    this.ledger = ledger;
    this.queues = queues;
    this.life = life;
  }

  /**
   * Moves each case as its timer says.
   *
   * @param command what a timer that was set for this instant asks for
   */
  Uni<Void> move(
      UnitOfWork unitOfWork,
      List<DueTimer> due,
      Instant now,
      Function<Instant, SystemCommand> command) {
    return ledger
        .lock(unitOfWork.session(), due.stream().map(TimerMoves::caseId).toList())
        .chain(
            cases ->
                queues
                    .all(unitOfWork.session())
                    .map(book -> new CaseWork(book, _ -> Optional.empty()))
                    .invoke(work -> due.forEach(timer -> move(work, cases, timer, now, command))))
        .chain(work -> ledger.write(unitOfWork, work));
  }

  private void move(
      CaseWork work,
      Map<UUID, CaseEntity> cases,
      DueTimer timer,
      Instant now,
      Function<Instant, SystemCommand> command) {
    CaseEntity theCase = cases.get(caseId(timer));
    Occasion occasion =
        new Occasion(now, Cause.of(timer.kind() + ' ' + timer.key(), null), Occasion.SYSTEM);
    SystemCommand wanted = command.apply(Instant.parse(timer.payload()));
    if (life.decide(theCase.state(), wanted) instanceof Decision.Accepted done) {
      work.apply(theCase, done.events(), occasion);
    }
  }

  private static UUID caseId(DueTimer timer) {
    return UUID.fromString(timer.key());
  }
}
