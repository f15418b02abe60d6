package io.casewire.kit.inbox;

import io.casewire.kit.transaction.PlainStatement;
import io.casewire.kit.transaction.UnitOfWork;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.function.Function;

/**
 * How far each stream was applied. Nearly always a batch is applied as a whole, so its last numbers
 * are written at once, with the lock that is needed anyway; what does not come true is put right
 * before the transaction ends.
 */
@ApplicationScoped
class Positions {

  /** Creates missing rows and locks all, in one statement and in lock order. */
  private static final String ADVANCE =
      """
      insert into inbox as position (source, subject, last_sequence)
      select source, subject, last_sequence
      from unnest(cast($1 as text[]), cast($2 as text[]), cast($3 as bigint[]))
        with ordinality as stream (source, subject, last_sequence, place)
      order by place
      on conflict (source, subject) do update set last_sequence = excluded.last_sequence
      returning source, subject, coalesce(old.last_sequence, 0)
      """;

  private static final String PUT_RIGHT =
      """
      update inbox set last_sequence = stream.last_sequence
      from unnest(cast($1 as text[]), cast($2 as text[]), cast($3 as bigint[]))
        as stream (source, subject, last_sequence)
      where inbox.source = stream.source and inbox.subject = stream.subject
      """;

  /**
   * Locks these streams until the transaction ends and moves them to the given numbers.
   *
   * @return where they were
   */
  Uni<Map<Stream, Long>> advance(UnitOfWork unitOfWork, SortedMap<Stream, Long> hoped) {
    return statement(unitOfWork, ADVANCE, hoped).rows().map(Positions::byStream);
  }

  /** Moves streams that are locked to where they really are. */
  Uni<Void> putRight(UnitOfWork unitOfWork, Map<Stream, Long> positions) {
    return positions.isEmpty()
        ? Uni.createFrom().voidItem()
        : statement(unitOfWork, PUT_RIGHT, positions).update().replaceWithVoid();
  }

  private static PlainStatement statement(
      UnitOfWork unitOfWork, String sql, Map<Stream, Long> positions) {
    return unitOfWork
        .statement(sql)
        .bind(texts(positions.keySet(), Stream::source))
        .bind(texts(positions.keySet(), Stream::subject))
        .bind(positions.values().toArray(Long[]::new));
  }

  private static String[] texts(Collection<Stream> streams, Function<Stream, String> value) {
    return streams.stream().map(value).toArray(String[]::new);
  }

  private static Map<Stream, Long> byStream(List<Object[]> rows) {
    Map<Stream, Long> positions = new HashMap<>();
    for (Object[] row : rows) {
      positions.put(new Stream((String) row[0], (String) row[1]), ((Number) row[2]).longValue());
    }
    return positions;
  }
}
