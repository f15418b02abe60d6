package io.casewire.kit.transaction;

import io.smallrye.mutiny.Uni;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.LinkedHashSet;
import java.util.Set;
import org.hibernate.reactive.mutiny.Mutiny;

/**
 * One transaction in progress. Whatever takes it as a parameter joins the transaction, and can't be
 * called outside of one.
 */
public final class UnitOfWork {

  private final Mutiny.Session session;
  private final Set<Runnable> afterCommit = new LinkedHashSet<>();

  UnitOfWork(Mutiny.Session session) {
    this.session = session;
  }

  /** The session of this transaction. */
  public Mutiny.Session session() {
    return session;
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

  void committed() {
    afterCommit.forEach(Runnable::run);
  }
}
