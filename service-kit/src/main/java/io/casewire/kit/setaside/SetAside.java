package io.casewire.kit.setaside;

import io.casewire.kit.id.Ids;
import io.casewire.kit.transaction.Faults;
import io.casewire.kit.transaction.UnitOfWork;
import io.micrometer.core.instrument.MeterRegistry;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import org.jboss.logging.Logger;

/** Keeps the items that queues of work pass over. */
@ApplicationScoped
public class SetAside {

  /** For queues that work on plain connections; parameters: id, queue, key, reason. */
  public static final String ADD =
      """
      insert into set_aside as item (id, queue, key, reason) values ($1, $2, $3, $4)
      on conflict (queue, key) do update set
        reason = excluded.reason, failures = item.failures + 1, failed_at = excluded.failed_at
      """;

  /** The same with the parameters of JDBC, in this order. */
  public static final String ADD_BY_JDBC = ADD.replaceAll("\\$\\d", "?");

  private static final Logger LOG = Logger.getLogger(SetAside.class);
  private static final String REMOVE = "delete from set_aside where queue = $1 and key = $2";

  private final MeterRegistry metrics;

  SetAside(MeterRegistry metrics) {
    this.metrics = metrics;
  }

  /** Sets an item aside in the caller's transaction; the queue must then pass over it. */
  public Uni<Void> add(UnitOfWork unitOfWork, String queue, String key, Throwable failure) {
    return add(unitOfWork, queue, key, Faults.nameOf(failure));
  }

  /**
   * Sets an item aside for a reason that is no exception.
   *
   * @param reason a code, never content
   */
  public Uni<Void> add(UnitOfWork unitOfWork, String queue, String key, String reason) {
    unitOfWork.afterCommit(() -> added(queue, key, reason));
    return unitOfWork
        .statement(ADD)
        .bind(Ids.next())
        .bind(queue)
        .bind(key)
        .bind(reason)
        .update()
        .replaceWithVoid();
  }

  /** Takes an item off the list, in the transaction that does it or puts it back. */
  public Uni<Boolean> remove(UnitOfWork unitOfWork, String queue, String key) {
    return unitOfWork.statement(REMOVE).bind(queue).bind(key).update().map(removed -> removed == 1);
  }

  /** Counts and logs an item that a queue has set aside on a connection of its own. */
  public void added(String queue, String key, String reason) {
    metrics.counter("casewire.set.aside.added", "queue", queue).increment();
    LOG.errorf("set aside queue=%s key=%s because=%s", queue, key, reason);
  }
}
