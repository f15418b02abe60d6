package io.casewire.routing.roster;

import io.casewire.events.Publication;
import io.casewire.events.QueueDefined;
import io.casewire.events.envelope.Cause;
import io.casewire.kit.id.Ids;
import io.casewire.kit.outbox.Outbox;
import io.casewire.kit.problem.Problem;
import io.casewire.kit.problem.Violation;
import io.casewire.kit.transaction.Transactions;
import io.casewire.kit.transaction.UnitOfWork;
import io.casewire.routing.directory.Queue;
import io.casewire.routing.directory.QueueMatch;
import io.casewire.routing.wake.DrainSignal;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.time.Instant;
import java.util.List;

/** Defines queues. */
@ApplicationScoped
class QueueDesk {

  private final Transactions transactions;
  private final Queues queues;
  private final Outbox outbox;
  private final DrainSignal drain;

  QueueDesk(Transactions transactions, Queues queues, Outbox outbox, DrainSignal drain) {
    this.transactions = transactions;
    this.queues = queues;
    this.outbox = outbox;
    this.drain = drain;
  }

  Uni<QueueView> get(String id) {
    return transactions
        .read(session -> session.find(QueueEntity.class, id))
        .onItem()
        .ifNull()
        .failWith(Problem::notFound)
        .map(found -> QueueView.of(id, found.version, queues.body(found)));
  }

  Uni<Put<QueueView>> define(String id, QueueBody body, Cause cause) {
    Put.requireNone(body.toQueue(id, 1).violations());
    return transactions.write(
        unitOfWork ->
            Put.oneAtATime(unitOfWork.session(), "queue " + id)
                .chain(() -> requireOverflow(unitOfWork, body))
                .chain(
                    () ->
                        unitOfWork
                            .session()
                            .find(QueueEntity.class, id, LockModeType.PESSIMISTIC_WRITE))
                .chain(
                    known ->
                        unitOfWork
                            .now()
                            .chain(now -> define(unitOfWork, known, id, body, cause, now))));
  }

  private static Uni<Void> requireOverflow(UnitOfWork unitOfWork, QueueBody body) {
    if (body.overflow() == null) {
      return Uni.createFrom().voidItem();
    }
    return unitOfWork
        .session()
        .find(QueueEntity.class, body.overflow().to())
        .onItem()
        .ifNull()
        .failWith(
            () ->
                Problem.unprocessable(
                    List.of(new Violation("overflow.to", "there is no such queue"))))
        .replaceWithVoid();
  }

  private Uni<Put<QueueView>> define(
      UnitOfWork unitOfWork,
      QueueEntity known,
      String id,
      QueueBody body,
      Cause cause,
      Instant now) {
    QueueEntity entity = known == null ? new QueueEntity(id) : known;
    boolean created = entity.version == 0;
    entity.define(queues.write(body));
    entity.eventSequence++;
    unitOfWork.afterCommit(drain);
    return unitOfWork
        .session()
        .persist(entity)
        .chain(
            () ->
                outbox.append(
                    unitOfWork,
                    List.of(
                        Publication.of(
                            snapshot(body.toQueue(id, entity.version)),
                            null,
                            Ids.next(),
                            entity.eventSequence,
                            now,
                            cause))))
        .replaceWith(new Put<>(created, QueueView.of(id, entity.version, body)));
  }

  private static QueueDefined snapshot(Queue queue) {
    QueueMatch match = queue.match();
    return new QueueDefined(
        queue.id(),
        queue.version(),
        queue.name(),
        new QueueDefined.Match(
            List.copyOf(match.categories()),
            List.copyOf(match.languages()),
            List.copyOf(match.channels()),
            List.copyOf(match.priorities()),
            match.minAssurance()),
        queue.escalateTo());
  }
}
