package io.casewire.routing.roster;

import io.casewire.events.Publication;
import io.casewire.events.QueueDefined;
import io.casewire.events.envelope.Cause;
import io.casewire.kit.definition.DefinitionStore.Key;
import io.casewire.kit.definition.DefinitionVersion;
import io.casewire.kit.id.Ids;
import io.casewire.kit.outbox.Outbox;
import io.casewire.kit.paging.Page;
import io.casewire.kit.paging.PageRequest;
import io.casewire.kit.problem.Problem;
import io.casewire.kit.transaction.Transactions;
import io.casewire.kit.transaction.UnitOfWork;
import io.casewire.routing.directory.Queue;
import io.casewire.routing.directory.QueueMatch;
import io.casewire.routing.wake.DrainSignal;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.util.List;
import org.jspecify.annotations.Nullable;

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

  /**
   * A queue.
   *
   * @param version null for the current one
   */
  Uni<QueueView> get(String id, @Nullable Long version) {
    return transactions
        .read(session -> Queues.STORE.find(session, id, version))
        .map(found -> view(found.orElseThrow(Problem::notFound)));
  }

  Uni<Page<QueueView>> list(PageRequest page) {
    return transactions
        .read(session -> Queues.STORE.list(session, page))
        .map(found -> found.map(this::view));
  }

  Uni<Put<QueueView>> define(String id, QueueBody body, String by, Cause cause) {
    Put.requireNone(body.toQueue(id, 1).violations());
    if (!body.unsupported().isEmpty()) {
      throw Problem.unprocessable(body.unsupported());
    }
    return transactions.write(
        unitOfWork ->
            Queues.STORE
                .lock(unitOfWork, id)
                .chain(
                    () ->
                        unitOfWork
                            .session()
                            .find(QueueEntity.class, id, LockModeType.PESSIMISTIC_WRITE))
                .chain(
                    known ->
                        define(
                            unitOfWork,
                            known == null ? new QueueEntity(id) : known,
                            body,
                            by,
                            cause)));
  }

  private Uni<Put<QueueView>> define(
      UnitOfWork unitOfWork, QueueEntity entity, QueueBody body, String by, Cause cause) {
    boolean created = entity.version == 0;
    entity.version++;
    entity.eventSequence++;
    unitOfWork.afterCommit(drain);
    Key key = new Key(entity.id, entity.version);
    return unitOfWork
        .session()
        .persist(entity)
        .chain(() -> Queues.STORE.add(unitOfWork, key, queues.write(body), by))
        .call(
            stored ->
                outbox.append(
                    unitOfWork,
                    List.of(
                        Publication.of(
                            snapshot(body.toQueue(entity.id, entity.version)),
                            null,
                            Ids.next(),
                            entity.eventSequence,
                            stored.definedAt(),
                            cause))))
        .map(stored -> new Put<>(created, view(stored)));
  }

  private QueueView view(DefinitionVersion stored) {
    return QueueView.of(stored.id(), stored.version(), queues.body(stored));
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
        new QueueDefined.Rules(
            queue.order(),
            queue.strategy().wireName(),
            List.copyOf(queue.requiredSkills()),
            queue.weights()),
        queue.escalateTo());
  }
}
