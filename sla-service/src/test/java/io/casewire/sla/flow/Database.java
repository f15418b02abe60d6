package io.casewire.sla.flow;

import io.casewire.kit.transaction.Transactions;
import io.casewire.kit.transaction.UnitOfWork;
import io.quarkus.arc.Unremovable;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;

/** The service's database, for what a test has to change or see behind the service's back. */
@ApplicationScoped
@Unremovable
public class Database {

  private static final Duration LONG = Duration.ofMinutes(3);

  private final Transactions transactions;

  Database(Transactions transactions) {
    this.transactions = transactions;
  }

  /** Does the work in a transaction of its own. */
  public <T> T write(Function<UnitOfWork, Uni<T>> work) {
    return transactions.write(work).await().atMost(LONG);
  }

  /** Does the work in a transaction, and undoes it. */
  public <T> T pretend(Function<UnitOfWork, Uni<T>> work) {
    AtomicReference<T> result = new AtomicReference<>();
    transactions
        .write(
            unitOfWork ->
                work.apply(unitOfWork)
                    .invoke(result::set)
                    .chain(() -> Uni.createFrom().<Void>failure(new CancellationException())))
        .onFailure(CancellationException.class)
        .recoverWithNull()
        .await()
        .atMost(LONG);
    return result.get();
  }

  /** The rows of a statement that has one column. */
  public List<String> texts(String sql, Object... values) {
    return write(
        unitOfWork -> {
          var statement = unitOfWork.statement(sql);
          for (Object value : values) {
            statement.bind(value);
          }
          return statement.column(String.class);
        });
  }

  /** Changes rows. */
  public int update(String sql, Object... values) {
    return write(
        unitOfWork -> {
          var statement = unitOfWork.statement(sql);
          for (Object value : values) {
            statement.bind(value);
          }
          return statement.update();
        });
  }
}
