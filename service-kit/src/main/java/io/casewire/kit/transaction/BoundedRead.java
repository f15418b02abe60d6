package io.casewire.kit.transaction;

import io.smallrye.mutiny.Uni;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import java.time.Duration;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import java.util.function.IntFunction;
import org.hibernate.FlushMode;
import org.hibernate.reactive.mutiny.Mutiny;
import org.jspecify.annotations.Nullable;

/**
 * One read for a client: the database stops each statement that takes too long, and the statement
 * under way when the client leaves.
 *
 * <p>The connection goes back to the pool only after a cancellation has been carried out, since a
 * late one would hit the next user's statement.
 */
final class BoundedRead {

  /** One statement, so that it can be sent together with the first statement of the read. */
  private static final String BEGIN =
      "select pg_backend_pid(), set_config('statement_timeout', $1, true)";

  private final Duration longest;
  private final IntFunction<Uni<Void>> cancelStatement;
  private @Nullable Integer backend;
  private @Nullable CompletableFuture<Void> cancellation;
  private boolean left;
  private boolean done;

  /**
   * @param longest how long a statement may take
   * @param cancelStatement cancels what the server process with this number executes
   */
  BoundedRead(Duration longest, IntFunction<Uni<Void>> cancelStatement) {
    this.longest = longest;
    this.cancelStatement = cancelStatement;
  }

  /** Does the work in the transaction that this session has begun. */
  <T> Uni<T> run(Mutiny.Session session, Function<Mutiny.Session, Uni<T>> work) {
    Context own = Vertx.currentContext();
    session.setFlushMode(FlushMode.MANUAL);
    Uni<Object[]> begin =
        PlainStatement.of(session, BEGIN)
            .bind(Long.toString(longest.toMillis()))
            .row()
            .invoke(row -> begun(((Number) row[0]).intValue()));
    return Uni.combine()
        .all()
        .unis(begin, Uni.createFrom().deferred(() -> work.apply(session)))
        .with((ignored, result) -> result)
        .onItemOrFailure()
        .call(() -> ended().emitOn(command -> own.runOnContext(ignored -> command.run())))
        .onFailure(failure -> Faults.isCancelled(failure) && !isLeft())
        .transform(failure -> new ReadTimeoutException(longest, failure));
  }

  /** The client does not wait any more. */
  synchronized void leave() {
    left = true;
    cancel();
  }

  /** Fails if the client has left before the read has begun. */
  synchronized void requireClient() {
    if (left) {
      throw new CancellationException("the client has left");
    }
  }

  private synchronized boolean isLeft() {
    return left;
  }

  private synchronized void begun(int serverProcess) {
    backend = serverProcess;
    cancel();
  }

  private void cancel() {
    if (left && !done && backend != null && cancellation == null) {
      cancellation = cancelStatement.apply(backend).subscribeAsCompletionStage();
    }
  }

  private synchronized Uni<Void> ended() {
    done = true;
    return cancellation == null
        ? Uni.createFrom().voidItem()
        : Uni.createFrom().completionStage(cancellation).onFailure().recoverWithNull();
  }
}
