package io.casewire.routing.drain;

import io.casewire.events.envelope.Cause;
import io.casewire.kit.id.Ids;
import io.casewire.kit.transaction.UnitOfWork;
import io.casewire.routing.assignment.AssignmentPlanner;
import io.casewire.routing.assignment.RoutingDecision;
import io.casewire.routing.casework.CaseEntity;
import io.casewire.routing.casework.CaseLedger;
import io.casewire.routing.casework.CaseWork;
import io.casewire.routing.casework.Occasion;
import io.casewire.routing.directory.AgentAtWork;
import io.casewire.routing.directory.Queue;
import io.casewire.routing.life.CaseLife;
import io.casewire.routing.life.Decision;
import io.casewire.routing.life.SystemCommand.AssignAsPlanned;
import io.casewire.routing.roster.Loads;
import io.casewire.routing.roster.QueueBook;
import io.casewire.routing.roster.Queues;
import io.casewire.routing.roster.Roster;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;

/**
 * Plans a batch of a queue's waiting cases and carries the plan out, in one transaction. Cases are
 * locked before they are planned; loads are claimed afterwards, by condition. An agent whose claim
 * fails, since a person was faster, gets nothing of the plan, and the next pass plans anew.
 */
@ApplicationScoped
class QueuePass {

  private static final AssignmentPlanner PLANNER =
      new AssignmentPlanner(Ids::next, AssignmentPlanner.USUAL_CANDIDATE_LIMIT);

  private final WaitingCases waiting;
  private final Roster roster;
  private final Queues queues;
  private final CaseLedger ledger;
  private final CaseLife life;
  private final int batch;

  QueuePass(
      WaitingCases waiting,
      Roster roster,
      Queues queues,
      CaseLedger ledger,
      CaseLife life,
      DrainConfig config) {
    this.waiting = waiting;
    this.roster = roster;
    this.queues = queues;
    this.ledger = ledger;
    this.life = life;
    this.batch = config.batch();
  }

  /** Assigns what can be assigned of the cases after a turn. */
  Uni<Progress> plan(UnitOfWork unitOfWork, String queue, Optional<Turn> after) {
    return waiting
        .lockQueue(unitOfWork.session(), queue)
        .chain(
            locked ->
                locked
                    ? roster
                        .everybodyFor(
                            unitOfWork.session(), queue, AssignmentPlanner.USUAL_CANDIDATE_LIMIT)
                        .chain(agents -> plan(unitOfWork, queue, after, agents))
                    : Uni.createFrom().item(Progress.CONTENDED));
  }

  private Uni<Progress> plan(
      UnitOfWork unitOfWork, String queue, Optional<Turn> after, List<AgentAtWork> agents) {
    Set<String> languages = languagesOfFree(queue, agents);
    if (languages.isEmpty()) {
      return Uni.createFrom().item(Progress.DONE);
    }
    return waiting
        .first(unitOfWork.session(), queue, languages, batch, after)
        .call(turns -> assign(unitOfWork, queue, agents, turns))
        .map(turns -> turns.size() < batch ? Progress.DONE : new Progress.UpTo(turns.getLast()));
  }

  /** Only what one of them speaks is worth looking at. */
  private static Set<String> languagesOfFree(String queue, List<AgentAtWork> agents) {
    return agents.stream()
        .filter(agent -> agent.agent().worksOn(queue) && agent.hasRoomFor(1))
        .flatMap(agent -> agent.agent().languages().keySet().stream())
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private Uni<Void> assign(
      UnitOfWork unitOfWork, String queue, List<AgentAtWork> agents, List<Turn> turns) {
    if (turns.isEmpty()) {
      return Uni.createFrom().voidItem();
    }
    List<UUID> ids = turns.stream().map(Turn::caseId).toList();
    return ledger
        .lock(unitOfWork.session(), ids)
        .chain(
            cases ->
                Uni.combine()
                    .all()
                    .unis(waiting.declined(unitOfWork.session(), ids), unitOfWork.now())
                    .withUni(
                        (declined, now) -> plan(unitOfWork, queue, agents, cases, declined, now)));
  }

  private Uni<Void> plan(
      UnitOfWork unitOfWork,
      String queueId,
      List<AgentAtWork> agents,
      Map<UUID, CaseEntity> cases,
      Map<UUID, Set<String>> declined,
      Instant now) {
    return queues
        .all(unitOfWork.session())
        .chain(
            book ->
                carryOut(
                    unitOfWork,
                    book,
                    cases,
                    decide(book.of(queueId), cases.values(), declined, agents, now),
                    now));
  }

  private static List<RoutingDecision> decide(
      Queue queue,
      Collection<CaseEntity> cases,
      Map<UUID, Set<String>> declined,
      List<AgentAtWork> agents,
      Instant now) {
    return PLANNER.plan(
        queue,
        cases.stream()
            .filter(theCase -> theCase.state().isWaiting())
            .filter(theCase -> theCase.state().place().queue().equals(queue.id()))
            .map(theCase -> theCase.waiting(declined.getOrDefault(theCase.id(), Set.of())))
            .toList(),
        agents,
        now);
  }

  private Uni<Void> carryOut(
      UnitOfWork unitOfWork,
      QueueBook book,
      Map<UUID, CaseEntity> cases,
      List<RoutingDecision> plan,
      Instant now) {
    Map<String, Integer> units = new HashMap<>();
    plan.forEach(
        decision ->
            units.merge(
                decision.chosenAgent().orElseThrow(),
                book.of(decision.queue()).weightOf(cases.get(decision.caseId()).channel()),
                Integer::sum));
    return Loads.claim(unitOfWork.session(), units, now)
        .map(
            claimed ->
                plan.stream()
                    .filter(decision -> claimed.contains(decision.chosenAgent().orElseThrow()))
                    .toList())
        .call(possible -> write(unitOfWork, book, cases, possible, now))
        .chain(possible -> keepTurns(unitOfWork, possible));
  }

  /** The planner counts on from the highest turn that it is shown, and so does this. */
  private static Uni<Void> keepTurns(UnitOfWork unitOfWork, List<RoutingDecision> decisions) {
    if (decisions.isEmpty()) {
      return Uni.createFrom().voidItem();
    }
    List<String> inOrder =
        decisions.stream().map(decision -> decision.chosenAgent().orElseThrow()).toList();
    return Loads.turns(unitOfWork.session(), decisions.getFirst().queue(), inOrder);
  }

  private Uni<Void> write(
      UnitOfWork unitOfWork,
      QueueBook book,
      Map<UUID, CaseEntity> cases,
      List<RoutingDecision> decisions,
      Instant now) {
    CaseWork work = new CaseWork(book, _ -> Optional.empty());
    decisions.forEach(decision -> give(work, cases.get(decision.caseId()), decision, now));
    return ledger.write(unitOfWork, work);
  }

  private void give(CaseWork work, CaseEntity theCase, RoutingDecision decision, Instant now) {
    AssignAsPlanned command =
        new AssignAsPlanned(decision.chosenAgent().orElseThrow(), decision.queue());
    if (life.decide(theCase.state(), command) instanceof Decision.Accepted done) {
      Cause cause = new Cause(theCase.correlationId(), "decision " + decision.decisionId(), null);
      work.applyPlanned(
          theCase, done.events(), new Occasion(now, cause, Occasion.SYSTEM), decision);
    }
  }
}
