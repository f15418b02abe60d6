package io.casewire.kit;

import io.casewire.kit.transaction.Transactions;
import io.casewire.kit.transaction.UnitOfWork;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.List;

/** A table that shows what was done, as committed. */
@ApplicationScoped
public class Applied {

  private static final Duration PATIENCE = Duration.ofSeconds(20);

  private final Transactions transactions;

  Applied(Transactions transactions) {
    this.transactions = transactions;
  }

  public Uni<Void> note(UnitOfWork unitOfWork, String subject, String what) {
    return unitOfWork
        .session()
        .createNativeQuery("insert into applied (subject, what) values (?1, ?2)")
        .setParameter(1, subject)
        .setParameter(2, what)
        .executeUpdate()
        .replaceWithVoid();
  }

  public List<String> to(String subject) {
    return transactions
        .read(
            session ->
                session
                    .createNativeQuery(
                        "select what from applied where subject = ?1 order by id", String.class)
                    .setParameter(1, subject)
                    .getResultList())
        .await()
        .atMost(PATIENCE);
  }

  public long count(String sql, String subject) {
    return transactions
        .read(
            session ->
                session
                    .createNativeQuery(sql, Long.class)
                    .setParameter(1, subject)
                    .getSingleResult())
        .await()
        .atMost(PATIENCE);
  }
}
