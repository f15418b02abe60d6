package io.casewire.routing.roster;

import io.casewire.kit.transaction.PlainStatement;
import io.smallrye.mutiny.Uni;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.hibernate.reactive.mutiny.Mutiny;

/** Changes what agents hold. Agents are locked in the order of their ids. */
public final class Loads {

  private static final String LOCK =
      "select id from agent where id = any (cast($1 as text[])) order by id for update";

  private static final String CLAIM =
      """
      update agent set load = load + wanted.units, idle_since = cast(cast($3 as text) as timestamptz)
      from unnest(cast($1 as text[]), cast($2 as integer[])) as wanted (id, units)
      where agent.id = wanted.id and active and presence = 'ONLINE'
        and load + wanted.units <= capacity
      returning agent.id
      """;

  private static final String ADD =
      """
      update agent set load = load + change.units,
        idle_since = case when change.units > 0 then cast(cast($3 as text) as timestamptz) else idle_since end
      from unnest(cast($1 as text[]), cast($2 as integer[])) as change (id, units)
      where agent.id = change.id
      """;

  /** Turns go on from the queue's highest; of several in one go an agent's last one counts. */
  private static final String TURNS =
      """
      insert into queue_turn (queue_id, agent_id, last_turn)
      select cast($1 as text), agent_id, max(place) + coalesce(
        (select max(last_turn) from queue_turn where queue_id = $1), 0)
      from unnest(cast($2 as text[])) with ordinality as turn (agent_id, place)
      group by agent_id
      on conflict (queue_id, agent_id) do update set last_turn = excluded.last_turn
      """;

  private Loads() {}

  /**
   * Gives agents these units if they are still online and have room for all of them.
   *
   * @return the agents who got them
   */
  public static Uni<Set<String>> claim(
      Mutiny.Session session, Map<String, Integer> units, Instant now) {
    if (units.isEmpty()) {
      return Uni.createFrom().item(Set.of());
    }
    SortedMap<String, Integer> sorted = new TreeMap<>(units);
    return lock(session, sorted)
        .chain(
            () ->
                PlainStatement.of(session, CLAIM)
                    .bind(sorted.keySet().toArray(String[]::new))
                    .bind(sorted.values().toArray(Integer[]::new))
                    .bind(now.toString())
                    .column(String.class))
        .map(Set::copyOf);
  }

  /** Adds units, or takes them away, whatever the agents hold. */
  public static Uni<Void> add(Mutiny.Session session, Map<String, Integer> units, Instant now) {
    SortedMap<String, Integer> changes =
        new TreeMap<>(
            units.entrySet().stream()
                .filter(change -> change.getValue() != 0)
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue)));
    if (changes.isEmpty()) {
      return Uni.createFrom().voidItem();
    }
    return PlainStatement.together(
        lock(session, changes),
        PlainStatement.of(session, ADD)
            .bind(changes.keySet().toArray(String[]::new))
            .bind(changes.values().toArray(Integer[]::new))
            .bind(now.toString())
            .update());
  }

  /** Remembers that these agents have had their turns in a queue, in this order. */
  public static Uni<Void> turns(Mutiny.Session session, String queueId, List<String> agentIds) {
    return PlainStatement.of(session, TURNS)
        .bind(queueId)
        .bind(agentIds.toArray(String[]::new))
        .update()
        .replaceWithVoid();
  }

  /** In order; one row alone is locked by being changed. */
  private static Uni<Void> lock(Mutiny.Session session, SortedMap<String, Integer> units) {
    if (units.size() == 1) {
      return Uni.createFrom().voidItem();
    }
    return PlainStatement.of(session, LOCK)
        .bind(units.keySet().toArray(String[]::new))
        .column(String.class)
        .replaceWithVoid();
  }
}
