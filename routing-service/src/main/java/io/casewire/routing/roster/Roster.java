package io.casewire.routing.roster;

import io.casewire.routing.directory.AgentAtWork;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.hibernate.reactive.mutiny.Mutiny;

/** Reads who works here and how. */
@ApplicationScoped
public class Roster {

  private static final String MEMBERS =
      """
      select * from agent where string_to_array(queues, ' ') @> array[cast(?1 as text)] order by id
      """;

  private static final String OTHERS =
      """
      select * from agent
      where active and not string_to_array(queues, ' ') @> array[cast(?1 as text)]
      order by id limit ?2
      """;

  private static final String TURNS =
      "select agent_id, last_turn from queue_turn where queue_id = ?1";

  /** The agent with this id, if there is one. */
  public Uni<Optional<AgentAtWork>> find(Mutiny.Session session, String agentId) {
    return session
        .find(AgentEntity.class, agentId)
        .map(found -> Optional.ofNullable(found).map(agent -> agent.atWork(0)));
  }

  /** Everybody, by id. */
  public Uni<List<AgentAtWork>> everybody(Mutiny.Session session) {
    return session
        .createSelectionQuery("from AgentEntity order by id", AgentEntity.class)
        .setReadOnly(true)
        .getResultList()
        .map(agents -> agents.stream().map(agent -> agent.atWork(0)).toList());
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
                    .map(agent -> agent.atWork(0))
                    .collect(Collectors.toMap(AgentAtWork::id, Function.identity())));
  }

  private static Uni<List<AgentAtWork>> membersOf(Mutiny.Session session, String queueId) {
    return session
        .createNativeQuery(MEMBERS, AgentEntity.class)
        .setParameter(1, queueId)
        .getResultList()
        .chain(members -> withTurns(session, queueId, members));
  }

  /**
   * Those who work on a queue, with their turns in it, then some of those who don't, for a record
   * that says so.
   */
  public Uni<List<AgentAtWork>> everybodyFor(Mutiny.Session session, String queueId, int limit) {
    return membersOf(session, queueId)
        .chain(
            members ->
                outsidersOf(session, queueId, limit)
                    .map(others -> Stream.concat(members.stream(), others.stream()).toList()));
  }

  private static Uni<List<AgentAtWork>> outsidersOf(
      Mutiny.Session session, String queueId, int limit) {
    return session
        .createNativeQuery(OTHERS, AgentEntity.class)
        .setParameter(1, queueId)
        .setParameter(2, limit)
        .getResultList()
        .map(others -> others.stream().map(other -> other.atWork(0)).toList());
  }

  private static Uni<List<AgentAtWork>> withTurns(
      Mutiny.Session session, String queueId, List<AgentEntity> members) {
    return session
        .createNativeQuery(TURNS, Object[].class)
        .setParameter(1, queueId)
        .getResultList()
        .map(
            rows -> {
              Map<String, Long> turns = new HashMap<>();
              rows.forEach(row -> turns.put((String) row[0], ((Number) row[1]).longValue()));
              return members.stream()
                  .map(member -> member.atWork(turns.getOrDefault(member.id, 0L)))
                  .toList();
            });
  }
}
