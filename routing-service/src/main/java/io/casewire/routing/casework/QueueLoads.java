package io.casewire.routing.casework;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.hibernate.reactive.mutiny.Mutiny;
import org.jspecify.annotations.Nullable;

/** Counts what there is to do in the queues. */
@ApplicationScoped
public class QueueLoads {

  private static final String LOADS =
      """
      select queue,
        count(*) filter (where status = 'OPEN' and owner is null),
        min(waiting_since) filter (where status = 'OPEN' and owner is null),
        count(*) filter (where status = 'OPEN' and owner is not null),
        count(*) filter (where status = 'PENDING'),
        count(*) filter (where status = 'OPEN' and due_at < clock_timestamp()),
        min(due_at) filter (where status = 'OPEN' and due_at >= clock_timestamp())
      from routing_case where status in ('OPEN', 'PENDING')
      group by queue
      """;

  /** The loads by queue; a queue without anything to do is missing. */
  public Uni<Map<String, QueueLoad>> all(Mutiny.Session session) {
    return session
        .createNativeQuery(LOADS, Object[].class)
        .getResultList()
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
    return value instanceof OffsetDateTime time ? time.toInstant() : (Instant) value;
  }
}
