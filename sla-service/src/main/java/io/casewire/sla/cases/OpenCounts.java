package io.casewire.sla.cases;

import io.casewire.kit.transaction.UnitOfWork;
import io.casewire.sla.clock.ClockPhase;
import io.smallrye.mutiny.Uni;
import java.util.Collection;
import org.hibernate.reactive.mutiny.Mutiny;

/**
 * How many clocks run or are paused. Every transaction adds what it has changed, since counting
 * them all would cost more with each clock that is open.
 */
public record OpenCounts(long running, long paused) {

  /**
   * A connection has a row of its own, nearly always, so transactions don't wait for each other.
   */
  private static final String ADD =
      """
      insert into clock_count as counted (bucket, running, paused)
      values (pg_backend_pid() % 64, $1, $2)
      on conflict (bucket) do update set
        running = counted.running + excluded.running, paused = counted.paused + excluded.paused
      """;

  private static final String READ =
      """
      select cast(coalesce(sum(running), 0) as bigint), cast(coalesce(sum(paused), 0) as bigint)
      from clock_count
      """;

  /** Nobody needs to know exactly how many more than this are overdue. */
  private static final int MOST_OVERDUE = 10_000;

  static final String OVERDUE =
      """
      select cast(count(*) as integer) from (
        select from unnest(cast(array['FIRST_RESPONSE', 'NEXT_RESPONSE', 'RESOLUTION'] as text[]))
          as every (metric)
        cross join lateral (
          select from clock
          where live and phase in ('RUNNING', 'PAUSED') and phase = 'RUNNING'
            and clock.metric = every.metric and due_at < statement_timestamp()
          limit ?1) late
        limit ?1) overdue
      """;

  static OpenCounts of(Collection<ClockPhase> phases) {
    return new OpenCounts(
        phases.stream().filter(phase -> phase == ClockPhase.RUNNING).count(),
        phases.stream().filter(phase -> phase == ClockPhase.PAUSED).count());
  }

  OpenCounts minus(OpenCounts other) {
    return new OpenCounts(running - other.running, paused - other.paused);
  }

  Uni<Void> add(UnitOfWork unitOfWork) {
    return running == 0 && paused == 0
        ? Uni.createFrom().voidItem()
        : unitOfWork.statement(ADD).bind(running).bind(paused).update().replaceWithVoid();
  }

  /** How many running clocks are past their due instant; ten thousand stands for more, too. */
  public static Uni<Integer> overdue(Mutiny.Session session) {
    return session
        .createNativeQuery(OVERDUE, Integer.class)
        .setParameter(1, MOST_OVERDUE)
        .getSingleResult();
  }

  /** The counts as they are now. */
  public static Uni<OpenCounts> read(Mutiny.Session session) {
    return session
        .createNativeQuery(READ, Object[].class)
        .getSingleResult()
        .map(row -> new OpenCounts(((Number) row[0]).longValue(), ((Number) row[1]).longValue()));
  }
}
