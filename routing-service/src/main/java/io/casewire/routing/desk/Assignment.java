package io.casewire.routing.desk;

import io.casewire.kit.identity.Caller;
import io.casewire.kit.problem.Problem;
import io.casewire.kit.problem.Violation;
import io.casewire.kit.transaction.UnitOfWork;
import io.casewire.routing.casework.CaseEntity;
import io.casewire.routing.directory.AgentAtWork;
import io.casewire.routing.directory.Presence;
import io.casewire.routing.life.StaffCommand;
import io.casewire.routing.roster.Roster;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Assigns by order of a person. */
@ApplicationScoped
public class Assignment {

  private final CaseDesk desk;
  private final Roster roster;

  Assignment(CaseDesk desk, Roster roster) {
    this.desk = desk;
    this.roster = roster;
  }

  /**
   * Does it, in the caller's transaction.
   *
   * @param ifMatch the header; null when absent
   * @return the case as it is afterwards
   */
  public Uni<CaseEntity> assign(
      UnitOfWork unitOfWork,
      String caseId,
      Caller caller,
      @Nullable String ifMatch,
      AssignmentBody body) {
    if (body.queueId() != null) {
      return desk.carryOut(unitOfWork, Order.of(caseId, caller, ifMatch, enqueue(body.queueId())));
    }
    return roster
        .find(unitOfWork.session(), Objects.requireNonNull(body.agentId()))
        .map(found -> found.filter(agent -> agent.agent().active()))
        .map(found -> found.orElseThrow(() -> unknown("agentId", "there is no such agent")))
        .chain(
            agent ->
                desk.carryOut(
                    unitOfWork,
                    Order.of(caseId, caller, ifMatch, give(agent, body.isForced())).to(agent)));
  }

  private static Wish enqueue(String queueId) {
    return (by, queues, _, _) ->
        new StaffCommand.Enqueue(
            by,
            queues
                .find(queueId)
                .orElseThrow(() -> unknown("queueId", "there is no such queue"))
                .id());
  }

  private static Wish give(AgentAtWork agent, boolean force) {
    boolean offline = agent.presence() == Presence.OFFLINE;
    return (by, _, _, _) -> new StaffCommand.Assign(by, agent.id(), offline, force);
  }

  private static Problem unknown(String field, String reason) {
    return Problem.unprocessable(List.of(new Violation(field, reason)));
  }
}
