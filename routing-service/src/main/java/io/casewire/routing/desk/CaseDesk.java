package io.casewire.routing.desk;

import io.casewire.kit.etag.ETags;
import io.casewire.kit.transaction.UnitOfWork;
import io.casewire.routing.casework.CaseEntity;
import io.casewire.routing.casework.CaseLedger;
import io.casewire.routing.casework.CaseReader;
import io.casewire.routing.casework.CaseWork;
import io.casewire.routing.casework.Occasion;
import io.casewire.routing.casework.Writing;
import io.casewire.routing.life.CaseLife;
import io.casewire.routing.life.Decision;
import io.casewire.routing.life.LifeEvent;
import io.casewire.routing.roster.QueueBook;
import io.casewire.routing.roster.Queues;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;

/** Carries out what staff want, in the caller's transaction. */
@ApplicationScoped
public class CaseDesk {

  private final CaseReader reader;
  private final CaseLedger ledger;
  private final Viewers viewers;
  private final Queues queues;
  private final CaseLife life;

  CaseDesk(CaseReader reader, CaseLedger ledger, Viewers viewers, Queues queues, CaseLife life) {
    this.reader = reader;
    this.ledger = ledger;
    this.viewers = viewers;
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
                unitOfWork
                    .now()
                    .map(now -> work(order, viewer, theCase, book, now))
                    .chain(work -> ledger.write(unitOfWork, work)))
        .replaceWith(theCase);
  }

  private CaseWork work(
      Order order, Viewer viewer, CaseEntity theCase, QueueBook book, Instant now) {
    Decision decision =
        life.decide(theCase.state(), order.wish().command(viewer.actor(theCase), book, now));
    List<LifeEvent> events =
        switch (decision) {
          case Decision.Accepted accepted -> accepted.events();
          case Decision.Refused refused -> throw Refusals.problem(refused.refusal());
        };
    CaseWork work = new CaseWork(book, id -> order.assignee(id).or(viewer::atWork));
    Occasion occasion = new Occasion(now, order.cause(), order.caller().agentId());
    if (order.text() == null) {
      work.apply(theCase, events, occasion);
    } else {
      Writing writing = new Writing(order.text().text(), viewer.self().agent().name());
      work.applyWritten(theCase, events, occasion, writing);
    }
    return work;
  }
}
