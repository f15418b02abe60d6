package io.casewire.kit.transaction;

import io.smallrye.mutiny.Uni;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import org.hibernate.reactive.mutiny.Mutiny;

/**
 * One transaction in progress. A method that takes it as a parameter joins the transaction, and
 * can't be called outside of one.
 */
public final class UnitOfWork {

  private final Mutiny.Session session;
  private final Map<Class<?>, BeforeCommit> beforeCommit = new LinkedHashMap<>();
  private final Set<Runnable> afterCommit = new LinkedHashSet<>();

  /** The last step of a transaction, which collects while the work goes on. */
  public interface BeforeCommit {

    /** Does, in the transaction, what was collected. */
    Uni<Void> run(UnitOfWork unitOfWork);
  }

  UnitOfWork(Mutiny.Session session) {
    this.session = session;
  }

  /** The session of this transaction. */
  public Mutiny.Session session() {
    return session;
  }

  /**
   * The transaction's last step of this type. It runs once, when the work has succeeded. A row that
   * several transactions lock goes there, so that each of them locks it after all other rows.
   *
   * @param make makes the step when it is asked for the first time
   */
  public <S extends BeforeCommit> S beforeCommit(Class<S> type, Supplier<S> make) {
    return type.cast(beforeCommit.computeIfAbsent(type, ignored -> make.get()));
  }

  /**
   * Runs an action once the transaction is committed, and never when it is not. The same action is
   * run once, however often it was asked for. It must not block.
   */
  public void afterCommit(Runnable action) {
    afterCommit.add(action);
  }

  /** A statement in this transaction that Hibernate need not know of. */
  public PlainStatement statement(String sql) {
    return PlainStatement.of(session, sql);
  }

  /** The database's time, the only clock by which all replicas judge what is due. */
  public Uni<Instant> now() {
    return PlainStatement.of(session, "select clock_timestamp()")
        .value(OffsetDateTime.class)
        .map(OffsetDateTime::toInstant);
  }

  Uni<Void> runLastSteps() {
    Uni<Void> done = Uni.createFrom().voidItem();
    for (BeforeCommit step : beforeCommit.values()) {
      done = done.chain(() -> step.run(this));
    }
    return done;
  }

  void committed() {
    afterCommit.forEach(Runnable::run);
  }
}
