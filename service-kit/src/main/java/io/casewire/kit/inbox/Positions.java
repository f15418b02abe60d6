package io.casewire.kit.inbox;

import io.casewire.kit.transaction.UnitOfWork;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.function.Function;

/** How far each stream was applied. Reading a position locks it until the transaction ends. */
@ApplicationScoped
class Positions {

  /**
   * Creates missing rows and locks all, in one statement and in lock order. The update changes
   * nothing; it is there because only a written row is locked and returned in its newest version.
   */
  private static final String LOCK =
      """
      insert into inbox as position (source, subject, last_sequence)
      select source, subject, 0
      from unnest(cast(?1 as text[]), cast(?2 as text[]))
        with ordinality as stream (source, subject, place)
      order by place
      on conflict (source, subject) do update set last_sequence = position.last_sequence
      returning source, subject, last_sequence
      """;

  private static final String STORE =
      """
      update inbox set last_sequence = stream.last_sequence
      from unnest(cast(?1 as text[]), cast(?2 as text[]), cast(?3 as bigint[]))
        as stream (source, subject, last_sequence)
      where inbox.source = stream.source and inbox.subject = stream.subject
      """;

  Uni<Map<Stream, Long>> lock(UnitOfWork unitOfWork, SortedSet<Stream> streams) {
    return unitOfWork
        .session()
        .createNativeQuery(LOCK, Object[].class)
        .setParameter(1, texts(streams, Stream::source))
        .setParameter(2, texts(streams, Stream::subject))
        .getResultList()
        .map(Positions::byStream);
  }

  Uni<Void> store(UnitOfWork unitOfWork, Map<Stream, Long> moved) {
    if (moved.isEmpty()) {
      return Uni.createFrom().voidItem();
    }
    return unitOfWork
        .session()
        .createNativeQuery(STORE)
        .setParameter(1, texts(moved.keySet(), Stream::source))
        .setParameter(2, texts(moved.keySet(), Stream::subject))
        .setParameter(3, moved.values().toArray(Long[]::new))
        .executeUpdate()
        .replaceWithVoid();
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
