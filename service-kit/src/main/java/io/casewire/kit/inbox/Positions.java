package io.casewire.kit.inbox;

import io.casewire.kit.transaction.PlainStatement;
import io.casewire.kit.transaction.UnitOfWork;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
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
      insert into inbox as position (source, subject, last_sequence, last_event_id)
      select source, subject, last_sequence, last_event_id
      from unnest(cast($1 as text[]), cast($2 as text[]), cast($3 as bigint[]),
                  cast($4 as uuid[]))
        with ordinality as stream (source, subject, last_sequence, last_event_id, place)
      order by place
      on conflict (source, subject) do update
        set last_sequence = excluded.last_sequence, last_event_id = excluded.last_event_id
      returning source, subject, coalesce(old.last_sequence, 0), old.last_event_id
      """;

  private static final String PUT_RIGHT =
      """
      update inbox
      set last_sequence = stream.last_sequence, last_event_id = stream.last_event_id
      from unnest(cast($1 as text[]), cast($2 as text[]), cast($3 as bigint[]),
                  cast($4 as uuid[]))
        as stream (source, subject, last_sequence, last_event_id)
      where inbox.source = stream.source and inbox.subject = stream.subject
      """;

  /** Creates the row if it is missing, since only a row can be locked. */
  private static final String LOCK =
      """
      insert into inbox as position (source, subject, last_sequence) values ($1, $2, 0)
      on conflict (source, subject) do update set last_sequence = position.last_sequence
      returning source, subject, last_sequence, last_event_id
      """;

  /**
   * Locks these streams until the transaction ends and moves them to the given positions.
   *
   * @param hoped in lock order
   * @return where they were
   */
  Uni<Map<Stream, Position>> advance(UnitOfWork unitOfWork, Map<Stream, Position> hoped) {
    return statement(unitOfWork, ADVANCE, hoped).rows().map(Positions::byStream);
  }

  /** Moves streams that are locked to where they really are. */
  Uni<Void> putRight(UnitOfWork unitOfWork, Map<Stream, Position> positions) {
    return positions.isEmpty()
        ? Uni.createFrom().voidItem()
        : statement(unitOfWork, PUT_RIGHT, positions).update().replaceWithVoid();
  }

  /** Locks a stream until the transaction ends, and leaves it where it is. */
  Uni<Position> lock(UnitOfWork unitOfWork, Stream stream) {
    return unitOfWork
        .statement(LOCK)
        .bind(stream.source())
        .bind(stream.subject())
        .row()
        .map(Positions::position);
  }

  private static PlainStatement statement(
      UnitOfWork unitOfWork, String sql, Map<Stream, Position> positions) {
    return unitOfWork
        .statement(sql)
        .bind(texts(positions.keySet(), Stream::source))
        .bind(texts(positions.keySet(), Stream::subject))
        .bind(positions.values().stream().map(Position::sequence).toArray(Long[]::new))
        .bind(positions.values().stream().map(Position::eventId).toArray(UUID[]::new));
  }

  private static String[] texts(Collection<Stream> streams, Function<Stream, String> value) {
    return streams.stream().map(value).toArray(String[]::new);
  }

  private static Map<Stream, Position> byStream(List<Object[]> rows) {
    Map<Stream, Position> positions = new HashMap<>();
    for (Object[] row : rows) {
      positions.put(new Stream((String) row[0], (String) row[1]), position(row));
    }
    return positions;
  }

  private static Position position(Object[] row) {
    return new Position(((Number) row[2]).longValue(), (UUID) row[3]);
  }
}
