package io.casewire.routing.roster;

import io.casewire.kit.transaction.PlainStatement;
import io.casewire.routing.directory.Queue;
import io.smallrye.mutiny.Uni;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.hibernate.reactive.mutiny.Mutiny;

/**
 * The room that the agents of a queue have left who are online and have its skills.
 *
 * @param byLanguage language to the most units that one of them has left
 * @param units what all of them have left together
 */
public record FreeRoom(Map<String, Integer> byLanguage, int units) {

  private static final String READ =
      """
      select languages, max(capacity - load), cast(sum(capacity - load) as integer)
      from agent
      where string_to_array(queues, ' ') @> array[cast($1 as text)]
        and string_to_array(skills, ' ') @> cast($2 as text[])
        and active and presence = 'ONLINE' and load < capacity
      group by languages
      """;

  /** The room in a queue as of now. */
  public static Uni<FreeRoom> in(Mutiny.Session session, Queue queue) {
    return PlainStatement.of(session, READ)
        .bind(queue.id())
        .bind(queue.requiredSkills().toArray(String[]::new))
        .rows()
        .map(FreeRoom::read);
  }

  /** Whether one of the agents has room for a case. */
  public boolean isEnoughFor(String language, int weight) {
    return byLanguage.getOrDefault(language, 0) >= weight;
  }

  private static FreeRoom read(List<Object[]> rows) {
    Map<String, Integer> byLanguage = new HashMap<>();
    int units = 0;
    for (Object[] row : rows) {
      int most = ((Number) row[1]).intValue();
      Words.splitLevels((String) row[0])
          .keySet()
          .forEach(language -> byLanguage.merge(language, most, Math::max));
      units += ((Number) row[2]).intValue();
    }
    return new FreeRoom(byLanguage, units);
  }
}
