package io.casewire.kit.blob;

import io.casewire.kit.transaction.PlainStatement;
import io.smallrye.mutiny.Uni;
import java.time.Duration;
import java.util.Optional;
import org.hibernate.reactive.mutiny.Mutiny;

/**
 * Where the sweep is, for all replicas: each shard is given to one of them, when its time comes.
 */
final class SweepPosition {

  private static final String CLAIM =
      """
      update blob_sweep set next_shard = (next_shard + 1) % $1,
        due_at = statement_timestamp() + make_interval(secs => cast($2 as double precision))
      where due_at <= statement_timestamp()
      returning (next_shard + $1 - 1) % $1
      """;

  private SweepPosition() {}

  /** The next shard, if it is due; the one after it is due after the pause. */
  static Uni<Optional<Shard>> claim(Mutiny.Session session, Duration pause) {
    return PlainStatement.of(session, CLAIM)
        .bind(Shard.COUNT)
        .bind(pause.toMillis() / 1000.0)
        .column(Integer.class)
        .map(shards -> shards.stream().findFirst().map(Shard::new));
  }
}
