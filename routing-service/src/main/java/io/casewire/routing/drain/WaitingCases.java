package io.casewire.routing.drain;

import io.casewire.kit.transaction.PlainStatement;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.hibernate.reactive.mutiny.Mutiny;

/** Reads who waits in which queue. */
@ApplicationScoped
class WaitingCases {

  private static final String QUEUES =
      """
      select id from queue where exists (
        select 1 from routing_case
        where routing_case.queue = queue.id and status = 'OPEN' and owner is null)
      order by id
      """;

  private static final String LOCK =
      "select pg_try_advisory_xact_lock(hashtextextended('drain ' || cast($1 as text), 0))";

  /** In the order of the turn, which an index gives. */
  private static final String FIRST =
      """
      select cast(turn_rank as integer) as rank, cast(turn_due as text), cast(waiting_since as text),
        cast(id as text)
      from routing_case
      where queue = $1 and status = 'OPEN' and owner is null
        and language = any (cast($2 as text[]))
        and (turn_rank, turn_due, waiting_since, id)
          > (cast($4 as integer), cast(cast($5 as text) as timestamptz),
             cast(cast($6 as text) as timestamptz), cast(cast($7 as text) as uuid))
      order by turn_rank, turn_due, waiting_since, id
      limit $3
      """;

  private static final Turn BEFORE_ALL = new Turn(-1, "-infinity", "-infinity", new UUID(0, 0));

  private static final String DECLINED =
      "select cast(case_id as text), agent_id from declined where case_id = any (cast(cast($1 as text[]) as uuid[]))";

  /** The queues in which somebody waits. */
  Uni<List<String>> queues(Mutiny.Session session) {
    return PlainStatement.of(session, QUEUES).column(String.class);
  }

  /** Whether this transaction alone plans the queue until it ends. */
  Uni<Boolean> lockQueue(Mutiny.Session session, String queue) {
    return PlainStatement.of(session, LOCK).bind(queue).value(Boolean.class);
  }

  /** The first in their turn, of those that speak one of these languages. */
  Uni<List<Turn>> first(
      Mutiny.Session session,
      String queue,
      Collection<String> languages,
      int limit,
      Optional<Turn> after) {
    Turn from = after.orElse(BEFORE_ALL);
    return PlainStatement.of(session, FIRST)
        .bind(queue)
        .bind(languages.toArray(String[]::new))
        .bind(limit)
        .bind(from.rank())
        .bind(from.due())
        .bind(from.waitingSince())
        .bind(from.caseId().toString())
        .rows()
        .map(rows -> rows.stream().map(WaitingCases::turn).toList());
  }

  /** Who has declined which of these cases. */
  Uni<Map<UUID, Set<String>>> declined(Mutiny.Session session, Collection<UUID> caseIds) {
    return PlainStatement.of(session, DECLINED)
        .bind(caseIds.stream().map(UUID::toString).toArray(String[]::new))
        .rows()
        .map(
            rows -> {
              Map<UUID, Set<String>> byCase = new HashMap<>();
              rows.forEach(
                  row ->
                      byCase
                          .computeIfAbsent(UUID.fromString((String) row[0]), _ -> new HashSet<>())
                          .add((String) row[1]));
              return byCase;
            });
  }

  private static Turn turn(Object[] row) {
    return new Turn(
        ((Number) row[0]).intValue(),
        (String) row[1],
        (String) row[2],
        UUID.fromString((String) row[3]));
  }
}
