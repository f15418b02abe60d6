package io.casewire.routing.casework;

import io.casewire.kit.transaction.Instants;
import io.casewire.kit.transaction.PlainStatement;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Collection;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.hibernate.reactive.mutiny.Mutiny;
import org.jspecify.annotations.Nullable;

/** Counts what there is to do in the queues. */
@ApplicationScoped
public class QueueLoads {

  /**
   * Each count ends at its bound. Ranges of one value make sure that it is read from the index
   * which has only what is counted, see {@link SearchStatement}.
   */
  static final String LOADS =
      """
      select source.queue,
        (select count(*) from (
          select 1 from routing_case
          where queue = source.queue and status = 'OPEN' and owner is null
          order by waiting_since limit %1$d) waiting),
        (select waiting_since from routing_case
          where queue = source.queue and status = 'OPEN' and owner is null
          order by waiting_since limit 1),
        (select count(*) from (
          select 1 from routing_case
          where queue >= source.queue and queue <= source.queue
            and status = 'OPEN' and owner is not null
          order by queue, id limit %1$d) owned),
        (select count(*) from (
          select 1 from routing_case
          where queue >= source.queue and queue <= source.queue
            and status >= 'PENDING' and status <= 'PENDING'
          order by queue, status, id limit %1$d) pending),
        (select count(*) from (
          select 1 from routing_case
          where queue = source.queue and status = 'OPEN' and due_at < statement_timestamp()
          order by due_at limit %1$d) overdue),
        (select due_at from routing_case
          where queue = source.queue and status = 'OPEN' and due_at >= statement_timestamp()
          order by due_at limit 1)
      from unnest(cast($1 as text[])) as source (queue)
      """
          .formatted(QueueLoad.MOST_COUNTED + 1);

  /** The loads of these queues. */
  public Uni<Map<String, QueueLoad>> of(Mutiny.Session session, Collection<String> queues) {
    return PlainStatement.of(session, LOADS)
        .bind(queues.toArray(String[]::new))
        .rows()
        .map(
            rows ->
                rows.stream()
                    .map(QueueLoads::load)
                    .collect(Collectors.toMap(QueueLoad::queue, Function.identity())));
  }

  private static QueueLoad load(Object[] row) {
    return new QueueLoad(
        (String) row[0],
        number(row[1]),
        instant(row[2]),
        number(row[3]),
        number(row[4]),
        number(row[5]),
        instant(row[6]));
  }

  private static long number(Object value) {
    return ((Number) value).longValue();
  }

  private static @Nullable Instant instant(@Nullable Object value) {
    return value == null ? null : Instants.of(value);
  }

  /**
   * How much there is to do in a queue. Counting ends above {@link #MOST_COUNTED}.
   *
   * @param waiting open cases without an owner
   * @param oldest when the turn of the first of them began
   * @param owned open cases with an owner
   * @param pending cases that wait for their customer
   * @param overdue open cases of which a clock has run out
   * @param nextDue the next instant at which a clock of an open case runs out
   */
  public record QueueLoad(
      String queue,
      long waiting,
      @Nullable Instant oldest,
      long owned,
      long pending,
      long overdue,
      @Nullable Instant nextDue) {

    /**
     * Beyond it a number tells a lead nothing more, and would cost as much as there is to count.
     */
    public static final int MOST_COUNTED = 1_000;
  }
}
