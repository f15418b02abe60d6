package io.casewire.kit.blob;

import io.casewire.kit.loop.LoopSupervisor;
import io.casewire.kit.loop.WakefulLoop;
import io.casewire.kit.transaction.Faults;
import io.casewire.kit.transaction.Transactions;
import io.casewire.kit.transaction.UnitOfWork;
import io.quarkus.arc.All;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.hibernate.reactive.mutiny.Mutiny;

/**
 * Removes contents that no table names: those of requests that failed after their files were
 * stored. A content is left alone for a day, since its request may be under way; and if it is put
 * again while the sweep looks at it, the store does not remove it. The contents are searched one
 * shard at a time, each once a day by one replica. A service without a {@link BlobUse} has no
 * sweep.
 */
@ApplicationScoped
class OrphanSweep {

  private static final Duration UNDER_WAY = Duration.ofDays(1);
  private static final Duration ROUND = Duration.ofDays(1);
  private static final Duration PAUSE = ROUND.dividedBy(Shard.COUNT);

  /** Contents that are asked for in one statement. */
  private static final int BATCH = 500;

  /** Gives the next shard to one replica when it is due; the shard after it is due later. */
  private static final String CLAIM =
      """
      update blob_sweep set next_shard = (next_shard + 1) % $1,
        due_at = statement_timestamp() + make_interval(secs => cast($2 as double precision))
      where due_at <= statement_timestamp()
      returning (next_shard + $1 - 1) % $1
      """;

  private final BlobStore blobs;
  private final Transactions transactions;
  private final Clock clock;
  private final List<BlobUse> uses;
  private final WakefulLoop loop;

  OrphanSweep(
      BlobStore blobs,
      Transactions transactions,
      Clock clock,
      LoopSupervisor loops,
      @All List<BlobUse> uses) {
    this.blobs = blobs;
    this.transactions = transactions;
    this.clock = clock;
    this.uses = uses;
    this.loop =
        loops.onEventLoop(
            "orphan-sweep",
            // An outage is no news here, and nothing is urgent.
            () -> pass().onFailure(Faults::isTransient).recoverWithItem(PAUSE));
  }

  void start(@Observes StartupEvent event) {
    if (!uses.isEmpty()) {
      loop.start();
    }
  }

  void stop(@Observes ShutdownEvent event) {
    loop.stop();
  }

  /** Sweeps the next shard if it is due, and tells how long there is nothing more to do. */
  Uni<Duration> pass() {
    return transactions
        .write(unitOfWork -> claim(unitOfWork, PAUSE))
        .chain(shard -> shard.map(this::sweep).orElseGet(() -> Uni.createFrom().voidItem()))
        .replaceWith(PAUSE);
  }

  static Uni<Optional<Shard>> claim(UnitOfWork unitOfWork, Duration pause) {
    return unitOfWork
        .statement(CLAIM)
        .bind(Shard.COUNT)
        .bind(pause.toMillis() / 1000.0)
        .column(Integer.class)
        .map(shards -> shards.stream().findFirst().map(Shard::new));
  }

  Uni<Void> sweep(Shard shard) {
    Instant before = clock.instant().minus(UNDER_WAY);
    return blobs
        .putBefore(shard, before)
        .onItem()
        .transformToMulti(digests -> Multi.createFrom().iterable(digests))
        .group()
        .intoLists()
        .of(BATCH)
        .onItem()
        .transformToUniAndConcatenate(digests -> removeUnused(digests, before))
        .toUni()
        .replaceWithVoid();
  }

  private Uni<Void> removeUnused(List<String> digests, Instant before) {
    return transactions
        .read(session -> inUse(session, digests))
        .chain(
            used ->
                Multi.createFrom()
                    .iterable(digests)
                    .filter(digest -> !used.contains(digest))
                    .onItem()
                    .transformToUniAndConcatenate(digest -> blobs.removeIfPutBefore(digest, before))
                    .toUni()
                    .replaceWithVoid());
  }

  private Uni<Set<String>> inUse(Mutiny.Session session, List<String> digests) {
    return Multi.createFrom()
        .iterable(uses)
        .onItem()
        .transformToUniAndConcatenate(use -> use.inUse(session, digests))
        .collect()
        .in(() -> (Set<String>) new HashSet<String>(), Set::addAll);
  }
}
