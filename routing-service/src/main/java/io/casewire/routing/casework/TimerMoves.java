package io.casewire.routing.casework;

import io.casewire.events.CaseStatus;
import io.casewire.events.envelope.Cause;
import io.casewire.kit.timer.DueTimer;
import io.casewire.kit.transaction.UnitOfWork;
import io.casewire.routing.life.CaseLife;
import io.casewire.routing.life.CaseState;
import io.casewire.routing.life.Decision;
import io.casewire.routing.life.OwnerState;
import io.casewire.routing.life.SystemCommand;
import io.casewire.routing.roster.Queues;
import io.casewire.routing.roster.Roster;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.BiFunction;
import java.util.stream.Collectors;
import org.hibernate.reactive.mutiny.Mutiny;

/** Moves cases whose timer rang. */
@ApplicationScoped
class TimerMoves {

  private final CaseLedger ledger;
  private final Roster roster;
  private final Queues queues;
  private final CaseLife life;

  TimerMoves(CaseLedger ledger, Roster roster, Queues queues, CaseLife life) {
    this.ledger = ledger;
    this.roster = roster;
    this.queues = queues;
    this.life = life;
  }

  /**
   * Moves each case as its timer says.
   *
   * @param command what a timer that was set for this instant asks for, with what the owner of a
   *     pending case can do about it
   */
  Uni<Void> move(
      UnitOfWork unitOfWork,
      List<DueTimer> due,
      Instant now,
      BiFunction<Instant, OwnerState, SystemCommand> command) {
    return ledger
        .lock(unitOfWork.session(), due.stream().map(TimerMoves::caseId).toList())
        .chain(
            cases ->
                workOn(unitOfWork.session(), cases.values())
                    .invoke(work -> due.forEach(timer -> move(work, cases, timer, now, command))))
        .chain(work -> ledger.write(unitOfWork, work));
  }

  private Uni<CaseWork> workOn(Mutiny.Session session, Collection<CaseEntity> cases) {
    Set<String> owners =
        cases.stream()
            .map(CaseEntity::state)
            .filter(state -> state.status() == CaseStatus.PENDING)
            .map(CaseState::owner)
            .filter(Objects::nonNull)
            .collect(Collectors.toSet());
    return roster
        .lock(session, owners)
        .chain(
            people ->
                queues
                    .all(session)
                    .map(book -> new CaseWork(book, id -> Optional.ofNullable(people.get(id)))));
  }

  private void move(
      CaseWork work,
      Map<UUID, CaseEntity> cases,
      DueTimer timer,
      Instant now,
      BiFunction<Instant, OwnerState, SystemCommand> command) {
    CaseEntity theCase = cases.get(caseId(timer));
    Occasion occasion =
        new Occasion(now, Cause.of(timer.kind() + ' ' + timer.key(), null), Occasion.SYSTEM);
    SystemCommand wanted = command.apply(Instant.parse(timer.payload()), work.ownerOf(theCase));
    if (life.decide(theCase.state(), wanted) instanceof Decision.Accepted done) {
      work.apply(theCase, done.events(), occasion);
    }
  }

  private static UUID caseId(DueTimer timer) {
    return UUID.fromString(timer.key());
  }
}
