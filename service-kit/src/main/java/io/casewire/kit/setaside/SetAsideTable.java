package io.casewire.kit.setaside;

import io.casewire.kit.paging.Cursor;
import io.casewire.kit.paging.PageRequest;
import io.casewire.kit.transaction.Instants;
import io.casewire.kit.transaction.PlainStatement;
import io.smallrye.mutiny.Uni;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.hibernate.reactive.mutiny.Mutiny;
import org.jspecify.annotations.Nullable;

/** The statements on the list of set-aside items. */
final class SetAsideTable {

  private static final String COLUMNS =
      "select id, queue, key, reason, failures, set_aside_at, failed_at from set_aside ";

  private static final String LIST =
      COLUMNS
          + """
          where (cast($1 as text) is null or queue = $1)
            and (set_aside_at, id) > (cast(cast($2 as text) as timestamptz), $3)
          order by set_aside_at, id limit $4
          """;

  private static final String FIND = COLUMNS + "where id = $1";

  private static final String BACKLOG =
      """
      select queue, cast(count(*) as integer),
        cast(extract(epoch from clock_timestamp() - min(set_aside_at)) as integer)
      from set_aside group by queue
      """;

  private static final UUID BEFORE_ALL = new UUID(0, 0);

  private SetAsideTable() {}

  /** A page, the longest set aside first. */
  static Uni<List<SetAsideItem>> list(
      Mutiny.Session session, @Nullable String queue, PageRequest page) {
    Optional<Cursor> after = page.after();
    return PlainStatement.of(session, LIST)
        .bind(queue)
        .bind(after.map(cursor -> cursor.instant(0).toString()).orElse("-infinity"))
        .bind(after.map(cursor -> cursor.uuid(1)).orElse(BEFORE_ALL))
        .bind(page.rowsToRead())
        .rows()
        .map(rows -> rows.stream().map(SetAsideTable::item).toList());
  }

  static Uni<Optional<SetAsideItem>> find(Mutiny.Session session, UUID id) {
    return PlainStatement.of(session, FIND)
        .bind(id)
        .rows()
        .map(rows -> rows.stream().findFirst().map(SetAsideTable::item));
  }

  static Uni<Map<String, Backlog>> backlog(Mutiny.Session session) {
    return PlainStatement.of(session, BACKLOG)
        .rows()
        .map(
            rows ->
                rows.stream()
                    .collect(
                        Collectors.toMap(
                            row -> (String) row[0],
                            row ->
                                new Backlog(
                                    (Integer) row[1], Duration.ofSeconds((Integer) row[2])))));
  }

  private static SetAsideItem item(Object[] row) {
    return new SetAsideItem(
        (UUID) row[0],
        (String) row[1],
        (String) row[2],
        (String) row[3],
        (Integer) row[4],
        Instants.of(row[5]),
        Instants.of(row[6]));
  }

  /** How many items of a queue are set aside, and for how long the oldest has been. */
  record Backlog(int items, Duration oldest) {

    static final Backlog NONE = new Backlog(0, Duration.ZERO);
  }
}
