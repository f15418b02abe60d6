package io.casewire.sla.desk;

import io.casewire.events.envelope.Cause;
import io.casewire.kit.identity.Caller;
import io.casewire.kit.paging.Page;
import io.casewire.kit.paging.PageRequest;
import io.casewire.kit.problem.Problem;
import io.casewire.kit.transaction.Transactions;
import io.casewire.kit.transaction.UnitOfWork;
import io.casewire.sla.timekeeping.Acknowledgements;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;
import org.hibernate.reactive.mutiny.Mutiny;
import org.jspecify.annotations.Nullable;

/** Shows escalations, and lets staff take them up. */
@ApplicationScoped
public class EscalationDesk {

  private final Transactions transactions;
  private final Acknowledgements acknowledgements;

  EscalationDesk(Transactions transactions, Acknowledgements acknowledgements) {
    this.transactions = transactions;
    this.acknowledgements = acknowledgements;
  }

  public Uni<Page<EscalationItem>> list(Caller caller, @Nullable String caseId, PageRequest page) {
    return transactions.read(session -> Escalations.list(session, caller, caseId, page));
  }

  /** Takes an escalation up. Saying the same again changes nothing. */
  public Uni<EscalationItem> acknowledge(
      Caller caller, UUID escalationId, String reason, Cause cause) {
    return transactions.write(
        unitOfWork ->
            find(unitOfWork.session(), caller, escalationId)
                .chain(item -> take(unitOfWork, item, cause))
                .chain(
                    () ->
                        Escalations.acknowledge(
                            unitOfWork.session(), escalationId, caller.agentId(), reason))
                .chain(() -> find(unitOfWork.session(), caller, escalationId))
                .invoke(item -> requireHis(item, caller, reason)));
  }

  private Uni<Void> take(UnitOfWork unitOfWork, EscalationItem item, Cause cause) {
    return unitOfWork
        .now()
        .chain(
            now ->
                acknowledgements.take(unitOfWork, item.caseId(), item.escalationId(), now, cause));
  }

  private static Uni<EscalationItem> find(
      Mutiny.Session session, Caller caller, UUID escalationId) {
    return Escalations.find(session, caller, escalationId)
        .map(found -> found.orElseThrow(Problem::notFound));
  }

  private static void requireHis(EscalationItem item, Caller caller, String reason) {
    if (item.acknowledgedBy() == null) {
      throw Problem.conflict(
          "withdrawn",
          "The escalation was withdrawn",
          "An answer had been given in time, so there is nothing to acknowledge.");
    }
    if (!item.acknowledgedBy().equals(caller.agentId()) || !reason.equals(item.reason())) {
      throw Problem.conflict(
              "already-acknowledged",
              "The escalation is acknowledged already",
              "Somebody else has acknowledged it, or the same person with another reason.")
          .withMember("acknowledgedBy", item.acknowledgedBy());
    }
  }
}
