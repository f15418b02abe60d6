package io.casewire.routing.desk;

import io.casewire.events.CaseStatus;
import io.casewire.kit.etag.ETags;
import io.casewire.kit.transaction.UnitOfWork;
import io.casewire.routing.casework.CaseEntity;
import io.casewire.routing.casework.CaseLedger;
import io.casewire.routing.casework.CaseReader;
import io.casewire.routing.casework.CaseWork;
import io.casewire.routing.casework.Occasion;
import io.casewire.routing.casework.Writing;
import io.casewire.routing.directory.AgentAtWork;
import io.casewire.routing.life.CaseLife;
import io.casewire.routing.life.Decision;
import io.casewire.routing.life.LifeEvent;
import io.casewire.routing.life.StaffCommand;
import io.casewire.routing.roster.QueueBook;
import io.casewire.routing.roster.Queues;
import io.casewire.routing.roster.Roster;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Carries out what staff want, in the caller's transaction. */
@ApplicationScoped
public class CaseDesk {

  private final CaseReader reader;
  private final CaseLedger ledger;
  private final Viewers viewers;
  private final Roster roster;
  private final Queues queues;
  private final CaseLife life;

  CaseDesk(
      CaseReader reader,
      CaseLedger ledger,
      Viewers viewers,
      Roster roster,
      Queues queues,
      CaseLife life) {
    this.reader = reader;
    this.ledger = ledger;
    this.viewers = viewers;
    this.roster = roster;
    this.queues = queues;
    this.life = life;
  }

  /**
   * Does it.
   *
   * @return the case as it is afterwards
   */
  public Uni<CaseEntity> carryOut(UnitOfWork unitOfWork, Order order) {
    return viewers
        .of(unitOfWork.session(), order.caller())
        .chain(
            viewer ->
                seen(unitOfWork, order, viewer)
                    .chain(theCase -> carryOut(unitOfWork, order, viewer, theCase)));
  }

  /** The case, locked, if he may see it. */
  private Uni<CaseEntity> seen(UnitOfWork unitOfWork, Order order, Viewer viewer) {
    return reader
        .idOf(unitOfWork.session(), order.idOrNumber())
        .chain(
            id ->
                ledger
                    .lock(unitOfWork.session(), id.map(List::of).orElse(List.of()))
                    .map(cases -> id.map(cases::get)))
        .map(found -> found.filter(viewer::sees).orElseThrow(Viewers::unseen))
        .invoke(theCase -> ETags.require(theCase.version(), order.ifMatch()));
  }

  private Uni<CaseEntity> carryOut(
      UnitOfWork unitOfWork, Order order, Viewer viewer, CaseEntity theCase) {
    return queues
        .all(unitOfWork.session())
        .chain(
            book ->
                owner(unitOfWork, theCase)
                    .map(owner -> new CaseWork(book, id -> person(id, order, viewer, owner)))
                    .chain(
                        work ->
                            unitOfWork
                                .now()
                                .invoke(now -> carryOut(order, viewer, theCase, book, work, now))
                                .chain(() -> ledger.write(unitOfWork, work))))
        .replaceWith(theCase);
  }

  /** An open case can't be opened again, so its owner's state decides nothing. */
  private Uni<Optional<AgentAtWork>> owner(UnitOfWork unitOfWork, CaseEntity theCase) {
    String owner = theCase.state().owner();
    return owner == null || theCase.state().status() == CaseStatus.OPEN
        ? Uni.createFrom().item(Optional.empty())
        : roster.find(unitOfWork.session(), owner);
  }

  private static Optional<AgentAtWork> person(
      String id, Order order, Viewer viewer, Optional<AgentAtWork> owner) {
    return order
        .assignee(id)
        .or(viewer::atWork)
        .filter(agent -> agent.id().equals(id))
        .or(() -> owner.filter(agent -> agent.id().equals(id)));
  }

  private void carryOut(
      Order order, Viewer viewer, CaseEntity theCase, QueueBook book, CaseWork work, Instant now) {
    StaffCommand command =
        order.wish().command(viewer.actor(theCase), book, work.ownerOf(theCase), now);
    Decision decision = life.decide(theCase.state(), command);
    List<LifeEvent> events =
        switch (decision) {
          case Decision.Accepted accepted -> accepted.events();
          case Decision.Refused refused -> throw Refusals.problem(refused.refusal());
        };
    Occasion occasion = new Occasion(now, order.cause(), order.caller().agentId());
    if (order.text() == null) {
      work.apply(theCase, events, occasion);
    } else {
      Writing writing = new Writing(order.text().text(), viewer.self().agent().name());
      work.applyWritten(theCase, events, occasion, writing);
    }
  }
}
