package io.casewire.routing.drain;

import io.casewire.events.envelope.Cause;
import io.casewire.kit.transaction.UnitOfWork;
import io.casewire.routing.assignment.RoutingDecision;
import io.casewire.routing.casework.CaseEntity;
import io.casewire.routing.casework.CaseLedger;
import io.casewire.routing.casework.CaseWork;
import io.casewire.routing.casework.Occasion;
import io.casewire.routing.drain.WaitingCases.Lane;
import io.casewire.routing.roster.Loads;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/**
 * Carries out a plan. Only the planned cases are locked, and a decision holds only if its case
 * still is as the plan has read it. Loads are claimed after that, by condition: an agent whose
 * claim fails, since a person was faster, gets nothing of the plan, and the next pass plans anew.
 */
@ApplicationScoped
class QueuePass {

  private final CaseLedger ledger;
  private final AssignmentMetrics metrics;

  QueuePass(CaseLedger ledger, AssignmentMetrics metrics) {
    this.ledger = ledger;
    this.metrics = metrics;
  }

  /**
   * Assigns the planned cases.
   *
   * @return whether all of the plan was carried out
   */
  Uni<Boolean> carryOut(UnitOfWork unitOfWork, Plan plan) {
    return ledger
        .lock(unitOfWork.session(), plan.caseIds())
        .chain(
            cases -> {
              Plan valid = plan.keep(decision -> stillWaits(plan, decision, cases));
              return unitOfWork
                  .now()
                  .chain(now -> claimAndWrite(unitOfWork, valid, cases, now))
                  .map(done -> done.decisions().size() == plan.decisions().size());
            });
  }

  private static boolean stillWaits(
      Plan plan, RoutingDecision decision, Map<UUID, CaseEntity> cases) {
    CaseEntity theCase = cases.get(decision.caseId());
    return theCase != null
        && theCase.state().isWaiting()
        && theCase.state().place().queue().equals(plan.queue().id())
        && Lane.of(theCase.waiting(Set.of())).equals(Lane.of(plan.cases().get(decision.caseId())));
  }

  private Uni<Plan> claimAndWrite(
      UnitOfWork unitOfWork, Plan plan, Map<UUID, CaseEntity> cases, Instant now) {
    return Loads.claim(unitOfWork.session(), plan.units(), now)
        .map(
            claimed ->
                plan.keep(decision -> claimed.contains(decision.chosenAgent().orElseThrow())))
        .call(possible -> write(unitOfWork, possible, cases, now))
        .call(possible -> keepTurns(unitOfWork, possible));
  }

  /** The planner counts on from the highest turn that it is shown, and so does this. */
  private static Uni<Void> keepTurns(UnitOfWork unitOfWork, Plan plan) {
    return plan.isEmpty()
        ? Uni.createFrom().voidItem()
        : Loads.turns(unitOfWork.session(), plan.queue().id(), plan.turns());
  }

  private Uni<Void> write(
      UnitOfWork unitOfWork, Plan plan, Map<UUID, CaseEntity> cases, Instant now) {
    CaseWork work = new CaseWork(plan.queues(), Map.of());
    plan.decisions().forEach(decision -> give(work, cases.get(decision.caseId()), decision, now));
    unitOfWork.afterCommit(() -> metrics.decided(plan.decisions().size()));
    return ledger.write(unitOfWork, work);
  }

  private void give(CaseWork work, CaseEntity theCase, RoutingDecision decision, Instant now) {
    Cause cause = new Cause(theCase.correlationId(), "decision " + decision.decisionId(), null);
    work.carryOut(theCase, decision, new Occasion(now, cause, Occasion.SYSTEM));
  }
}
