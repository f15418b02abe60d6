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
import java.util.stream.Stream;

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

  /**
   * Assigns what can be assigned of the cases after a turn.
   *
   * @return after which turn to go on; empty when there is nothing more to do for now
   */
  Uni<Optional<Turn>> plan(UnitOfWork unitOfWork, String queue, Optional<Turn> after) {
    return waiting
        .lockQueue(unitOfWork.session(), queue)
        .chain(
            locked ->
                locked
                    ? roster
                        .membersOf(unitOfWork.session(), queue)
                        .chain(members -> plan(unitOfWork, queue, after, members))
                    : Uni.createFrom().item(Optional.empty()));
  }

  private Uni<Optional<Turn>> plan(
      UnitOfWork unitOfWork, String queue, Optional<Turn> after, List<AgentAtWork> members) {
    Set<String> languages = languagesOfFree(members);
    if (languages.isEmpty()) {
      return Uni.createFrom().item(Optional.empty());
    }
    return waiting
        .first(unitOfWork.session(), queue, languages, batch, after)
        .call(turns -> assign(unitOfWork, queue, members, turns))
        .map(turns -> turns.size() < batch ? Optional.empty() : Optional.of(turns.getLast()));
  }

  /** Only what one of them speaks is worth looking at. */
  private static Set<String> languagesOfFree(List<AgentAtWork> members) {
    return members.stream()
        .filter(member -> member.hasRoomFor(1))
        .flatMap(member -> member.agent().languages().keySet().stream())
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private Uni<Void> assign(
      UnitOfWork unitOfWork, String queue, List<AgentAtWork> members, List<Turn> turns) {
    if (turns.isEmpty()) {
      return Uni.createFrom().voidItem();
    }
    List<UUID> ids = turns.stream().map(Turn::caseId).toList();
    return ledger
        .lock(unitOfWork.session(), ids)
        .chain(
            cases ->
                waiting
                    .declined(unitOfWork.session(), ids)
                    .chain(declined -> plan(unitOfWork, queue, members, cases, declined)));
  }

  private Uni<Void> plan(
      UnitOfWork unitOfWork,
      String queueId,
      List<AgentAtWork> members,
      Map<UUID, CaseEntity> cases,
      Map<UUID, Set<String>> declined) {
    return queues
        .all(unitOfWork.session())
        .chain(
            book ->
                roster
                    .outsidersOf(
                        unitOfWork.session(), queueId, AssignmentPlanner.USUAL_CANDIDATE_LIMIT)
                    .chain(
                        outsiders ->
                            unitOfWork
                                .now()
                                .chain(
                                    now ->
                                        carryOut(
                                            unitOfWork,
                                            book,
                                            cases,
                                            decide(
                                                book.of(queueId),
                                                cases.values(),
                                                declined,
                                                join(members, outsiders),
                                                now),
                                            now))));
  }

  private static List<AgentAtWork> join(List<AgentAtWork> members, List<AgentAtWork> others) {
    return Stream.concat(members.stream(), others.stream()).toList();
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
        .chain(possible -> write(unitOfWork, book, cases, possible, now));
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
      Cause cause = Cause.of("decision " + decision.decisionId(), null);
      work.applyPlanned(
          theCase, done.events(), new Occasion(now, cause, Occasion.SYSTEM), decision);
    }
  }
}
