package io.casewire.routing.roster;

import io.casewire.kit.paging.Cursor;
import io.casewire.kit.paging.Page;
import io.casewire.kit.paging.PageRequest;
import io.casewire.kit.transaction.PlainStatement;
import io.casewire.routing.assignment.Staff;
import io.casewire.routing.directory.AgentAtWork;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.hibernate.reactive.mutiny.Mutiny;

/** Reads who works here and how. */
@ApplicationScoped
public class Roster {

  private static final String EVERYBODY_OF =
      """
      select %s, 0 from agent
      where string_to_array(queues, ' ') @> array[cast($1 as text)] order by id
      """
          .formatted(AgentColumns.OF_AGENT);

  /**
   * The agents of a queue who have room, and of the others a few of each kind that the rules of
   * assignment treat alike; the last of a kind stands for the rest. Then some who don't work on the
   * queue, for a record that says so.
   */
  private static final String STAFF_OF =
      """
      with agent_of_queue as (
        select agent.*, coalesce(last_turn, 0) as turn,
          active and presence = 'ONLINE' and load < capacity as free
        from agent left join queue_turn on queue_id = $1 and agent_id = agent.id
        where string_to_array(queues, ' ') @> array[cast($1 as text)])
      select %1$s, turn, 0 from agent_of_queue agent where free
      union all
      select %1$s, turn, case when place = $2 then alike - $2 else 0 end
      from (
        select busy.*, row_number() over kind as place,
          cast(count(*) over (partition by active, presence, languages, skills) as integer) as alike
        from agent_of_queue busy where not free
        window kind as (partition by active, presence, languages, skills order by id)) agent
      where place <= $2
      union all
      (select %1$s, 0, 0
        from agent
        where active and not string_to_array(queues, ' ') @> array[cast($1 as text)]
        order by agent.id limit $2)
      """
          .formatted(AgentColumns.OF_AGENT);

  /** The agent with this id, if there is one. */
  public Uni<Optional<AgentAtWork>> find(Mutiny.Session session, String agentId) {
    return session
        .find(AgentEntity.class, agentId)
        .map(found -> Optional.ofNullable(found).map(agent -> agent.atWork()));
  }

  /** A page of the agents, by id. */
  Uni<Page<AgentAtWork>> page(Mutiny.Session session, PageRequest page) {
    return session
        .createSelectionQuery("from AgentEntity where id > ?1 order by id", AgentEntity.class)
        .setParameter(1, page.after().map(cursor -> cursor.text(0)).orElse(""))
        .setMaxResults(page.rowsToRead())
        .setReadOnly(true)
        .getResultList()
        .map(agents -> agents.stream().map(agent -> agent.atWork()).toList())
        .map(agents -> Page.of(agents, page, last -> Cursor.after(last.id())));
  }

  /** Everybody, by id. */
  public Uni<List<AgentAtWork>> everybody(Mutiny.Session session) {
    return session
        .createSelectionQuery("from AgentEntity order by id", AgentEntity.class)
        .setReadOnly(true)
        .getResultList()
        .map(agents -> agents.stream().map(agent -> agent.atWork()).toList());
  }

  /**
   * These agents, whose load nobody else can change until the transaction ends. Cases are locked
   * before agents, everywhere.
   */
  public Uni<Map<String, AgentAtWork>> lock(Mutiny.Session session, Collection<String> ids) {
    if (ids.isEmpty()) {
      return Uni.createFrom().item(Map.of());
    }
    return session
        .createSelectionQuery("from AgentEntity where id in (?1) order by id", AgentEntity.class)
        .setParameter(1, ids)
        .setLockMode(LockModeType.PESSIMISTIC_WRITE)
        .getResultList()
        .map(
            agents ->
                agents.stream()
                    .map(agent -> agent.atWork())
                    .collect(Collectors.toMap(AgentAtWork::id, Function.identity())));
  }

  /** The agents who work on a queue, by id. */
  public Uni<List<AgentAtWork>> everybodyOf(Mutiny.Session session, String queueId) {
    return PlainStatement.of(session, EVERYBODY_OF)
        .bind(queueId)
        .rows()
        .map(rows -> rows.stream().map(AgentColumns::read).toList());
  }

  /**
   * The agents whom an assignment in a queue has to consider, with their turns in it.
   *
   * @param mostOfAKind how many agents without room are read of each kind
   */
  public Uni<Staff> staffOf(Mutiny.Session session, String queueId, int mostOfAKind) {
    return PlainStatement.of(session, STAFF_OF)
        .bind(queueId)
        .bind(mostOfAKind)
        .rows()
        .map(Roster::staff);
  }

  private static Staff staff(List<Object[]> rows) {
    List<AgentAtWork> agents = new ArrayList<>(rows.size());
    Map<String, Integer> alike = new HashMap<>();
    for (Object[] row : rows) {
      AgentAtWork agent = AgentColumns.read(row);
      agents.add(agent);
      int others = ((Number) row[AgentColumns.COUNT]).intValue();
      if (others > 0) {
        alike.put(agent.id(), others);
      }
    }
    return new Staff(agents, alike);
  }
}
