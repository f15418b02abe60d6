package io.casewire.routing.drain;

import io.casewire.events.Priority;
import io.casewire.kit.transaction.Instants;
import io.casewire.kit.transaction.PlainStatement;
import io.casewire.routing.assignment.WaitingCase;
import io.casewire.routing.directory.Queue;
import io.casewire.routing.roster.FreeRoom;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.hibernate.reactive.mutiny.Mutiny;

/** Reads the cases that wait in queues, without locking them. */
@ApplicationScoped
class WaitingCases {

  /** Queues in which a case waits and an agent has room; whether they fit is not known yet. */
  private static final String QUEUES =
      """
      select id from queue
      where exists (
          select 1 from routing_case
          where routing_case.queue = queue.id and status = 'OPEN' and owner is null)
        and exists (
          select 1 from agent
          where string_to_array(queues, ' ') @> array[queue.id]
            and active and presence = 'ONLINE' and load < capacity)
      order by id
      """;

  private static final String LOCK =
      "select pg_try_advisory_xact_lock(hashtextextended('drain ' || cast($1 as text), 0))";

  /** One index probe for each lane: the recursion jumps from one to the next. */
  static final String LANES =
      """
      with recursive lane (language, channel) as (
        (select language, channel from routing_case
          where queue = $1 and status = 'OPEN' and owner is null
          order by language, channel limit 1)
        union all
        select next.language, next.channel from lane cross join lateral (
          select language, channel from routing_case
          where queue = $1 and status = 'OPEN' and owner is null
            and (language, channel) > (lane.language, lane.channel)
          order by language, channel limit 1) next)
      select language, channel from lane
      """;

  /** The first of each lane in the order of the turn, which an index gives. */
  static final String FIRST =
      """
      select head.id, head.priority, head.due_at, head.waiting_since, head.language, head.channel,
        array(select agent_id from declined where case_id = head.id)
      from unnest(cast($2 as text[]), cast($3 as text[])) as lane (language, channel)
      cross join lateral (
        select * from routing_case
        where queue = $1 and status = 'OPEN' and owner is null
          and language = lane.language and channel = lane.channel
          and not exists (
            select 1 from set_aside
            where set_aside.queue = $5 and key = cast(routing_case.id as text))
        order by turn_rank, turn_due, waiting_since, id
        limit $4) head
      """;

  private static final String DECLINED = "select agent_id from declined where case_id = $1";

  /** The queues in which there may be something to plan. */
  Uni<List<String>> queues(Mutiny.Session session) {
    return PlainStatement.of(session, QUEUES).column(String.class);
  }

  /** Whether this transaction alone plans the queue until it ends. */
  Uni<Boolean> lockQueue(Mutiny.Session session, String queue) {
    return PlainStatement.of(session, LOCK).bind(queue).value(Boolean.class);
  }

  /** The languages and channels of a queue's waiting cases. */
  Uni<List<Lane>> lanes(Mutiny.Session session, String queue) {
    return PlainStatement.of(session, LANES)
        .bind(queue)
        .rows()
        .map(rows -> rows.stream().map(row -> new Lane((String) row[0], (String) row[1])).toList());
  }

  /** The first cases of each of these lanes, at most so many of each. */
  Uni<List<WaitingCase>> first(Mutiny.Session session, String queue, List<Lane> lanes, int limit) {
    return PlainStatement.of(session, FIRST)
        .bind(queue)
        .bind(lanes.stream().map(Lane::language).toArray(String[]::new))
        .bind(lanes.stream().map(Lane::channel).toArray(String[]::new))
        .bind(limit)
        .bind(AssignmentQueue.NAME)
        .rows()
        .map(rows -> rows.stream().map(WaitingCases::read).toList());
  }

  /** The agents who have declined a case. */
  Uni<Set<String>> declined(Mutiny.Session session, UUID caseId) {
    return PlainStatement.of(session, DECLINED).bind(caseId).column(String.class).map(Set::copyOf);
  }

  private static WaitingCase read(Object[] row) {
    return new WaitingCase(
        (UUID) row[0],
        Priority.valueOf((String) row[1]),
        row[2] == null ? null : Instants.of(row[2]),
        Instants.of(row[3]),
        (String) row[4],
        (String) row[5],
        Set.of((String[]) row[6]));
  }

  /** The cases of a queue that ask the same of an agent. */
  record Lane(String language, String channel) {

    static Lane of(WaitingCase waiting) {
      return new Lane(waiting.language(), waiting.channel());
    }

    boolean isServedBy(FreeRoom room, Queue queue) {
      return room.isEnoughFor(language, queue.weightOf(channel));
    }
  }
}
