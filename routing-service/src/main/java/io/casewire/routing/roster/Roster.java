package io.casewire.routing.roster;

import io.casewire.kit.transaction.PlainStatement;
import io.casewire.routing.directory.AgentAtWork;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.hibernate.reactive.mutiny.Mutiny;

/** Reads who works here and how. */
@ApplicationScoped
public class Roster {

  private static final String EVERYBODY_FOR =
      """
      (select %1$s, coalesce(last_turn, 0), true as works
        from agent left join queue_turn on queue_id = $1 and agent_id = agent.id
        where string_to_array(queues, ' ') @> array[cast($1 as text)])
      union all
      (select %1$s, 0, false
        from agent
        where active and not string_to_array(queues, ' ') @> array[cast($1 as text)]
        order by agent.id limit $2)
      order by works desc, id
      """
          .formatted(AgentColumns.OF_AGENT);

  /** The agent with this id, if there is one. */
  public Uni<Optional<AgentAtWork>> find(Mutiny.Session session, String agentId) {
    return session
        .find(AgentEntity.class, agentId)
        .map(found -> Optional.ofNullable(found).map(agent -> agent.atWork()));
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

  /**
   * Those who work on a queue, with their turns in it, then some of those who don't, for a record
   * that says so.
   */
  public Uni<List<AgentAtWork>> everybodyFor(Mutiny.Session session, String queueId, int limit) {
    return PlainStatement.of(session, EVERYBODY_FOR)
        .bind(queueId)
        .bind(limit)
        .rows()
        .map(rows -> rows.stream().map(AgentColumns::read).toList());
  }
}
