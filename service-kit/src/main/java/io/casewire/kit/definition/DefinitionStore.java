package io.casewire.kit.definition;

import io.casewire.kit.etag.ETags;
import io.casewire.kit.paging.Cursor;
import io.casewire.kit.paging.Page;
import io.casewire.kit.paging.PageRequest;
import io.casewire.kit.problem.Problem;
import io.casewire.kit.transaction.Instants;
import io.casewire.kit.transaction.PlainStatement;
import io.casewire.kit.transaction.UnitOfWork;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.core.Response;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.hibernate.reactive.mutiny.Mutiny;
import org.jspecify.annotations.Nullable;

/**
 * The versions of one kind of definition.
 *
 * <p>Guarantees: a version never changes; the versions of one definition have no gaps and no twins,
 * whichever replicas define it; a definition that says nothing new makes no new version.
 */
public final class DefinitionStore {

  private static final String COLUMNS = "id, version, definition, defined_at, defined_by";

  private static final String FIND =
      """
      select %s from definition_version
      where kind = $1 and id = $2 and version = coalesce(cast($3 as bigint),
        (select max(version) from definition_version where kind = $1 and id = $2))
      """
          .formatted(COLUMNS);

  private static final String FIND_ALL =
      """
      select %s from definition_version
      join unnest(cast($2 as text[]), cast($3 as bigint[])) as wanted (wanted_id, number)
        on id = wanted_id and version = number
      where kind = $1
      """
          .formatted(COLUMNS);

  private static final String CURRENT =
      """
      select distinct on (id) %s from definition_version
      where kind = $1 and id > $2
      order by id, version desc limit $3
      """
          .formatted(COLUMNS);

  private static final String HISTORY =
      """
      select %s from definition_version
      where kind = $1 and id = $2 and version < $3
      order by version desc limit $4
      """
          .formatted(COLUMNS);

  private static final String ADD =
      """
      insert into definition_version (kind, id, version, definition, defined_by)
      values ($1, $2, $3, $4, $5)
      returning %s
      """
          .formatted(COLUMNS);

  private static final String IDS =
      "select distinct id from definition_version where kind = $1 order by id";

  private static final String LOCK =
      "select cast(pg_advisory_xact_lock(hashtextextended($1, 0)) as text)";

  private final String kind;

  /**
   * @param kind names the kind in the table, for example {@code calendar}
   */
  public DefinitionStore(String kind) {
    this.kind = kind;
  }

  /** Names one version of one definition. */
  public record Key(String id, long version) {}

  /**
   * A definition after it was put.
   *
   * @param created whether it is the first version
   */
  public record Defined(DefinitionVersion version, boolean created) {

    /** The answer to the client that has put it: 201 for a first version, else 200. */
    public Response respond(Object view) {
      return DefinitionVersion.respond(created ? 201 : 200, view, version.version());
    }
  }

  /**
   * One version of a definition.
   *
   * @param version null for the current one
   */
  public Uni<Optional<DefinitionVersion>> find(
      Mutiny.Session session, String id, @Nullable Long version) {
    return PlainStatement.of(session, FIND)
        .bind(kind)
        .bind(id)
        .bind(version)
        .rows()
        .map(rows -> rows.stream().findFirst().map(DefinitionStore::version));
  }

  /** Those of the versions that exist. */
  public Uni<List<DefinitionVersion>> find(Mutiny.Session session, Collection<Key> keys) {
    return versions(
        PlainStatement.of(session, FIND_ALL)
            .bind(kind)
            .bind(keys.stream().map(Key::id).toArray(String[]::new))
            .bind(keys.stream().map(Key::version).toArray(Long[]::new)));
  }

  /** A page of the current versions, by id. */
  public Uni<Page<DefinitionVersion>> list(Mutiny.Session session, PageRequest page) {
    return versions(
            PlainStatement.of(session, CURRENT)
                .bind(kind)
                .bind(page.after().map(cursor -> cursor.text(0)).orElse(""))
                .bind(page.rowsToRead()))
        .map(rows -> Page.of(rows, page, last -> Cursor.after(last.id())));
  }

  /** A page of the versions of one definition, the newest first. */
  public Uni<Page<DefinitionVersion>> history(Mutiny.Session session, String id, PageRequest page) {
    return versions(
            PlainStatement.of(session, HISTORY)
                .bind(kind)
                .bind(id)
                .bind(page.after().map(cursor -> cursor.number(0)).orElse(Long.MAX_VALUE))
                .bind(page.rowsToRead()))
        .map(rows -> Page.of(rows, page, last -> Cursor.after(last.version())));
  }

  /** The ids of all definitions. */
  public Uni<List<String>> ids(Mutiny.Session session) {
    return PlainStatement.of(session, IDS).bind(kind).column(String.class);
  }

  /** Lets the transaction define something alone; it holds this until it ends. */
  public Uni<Void> lock(UnitOfWork unitOfWork, String id) {
    return unitOfWork.statement(LOCK).bind(kind + " " + id).rows().replaceWithVoid();
  }

  /**
   * Keeps a definition as the next version, or as the current one if that says the same.
   *
   * @param ifMatch the header; null when absent
   * @return fails with {@link Problem} 412 if the header names another version than the current one
   */
  public Uni<Defined> define(
      UnitOfWork unitOfWork, String id, String definition, String by, @Nullable String ifMatch) {
    return lock(unitOfWork, id)
        .chain(() -> find(unitOfWork.session(), id, null))
        .invoke(
            known ->
                ETags.require(known.map(DefinitionVersion::version).orElse(ETags.NONE), ifMatch))
        .chain(
            known ->
                known
                    .filter(current -> current.definition().equals(definition))
                    .map(current -> Uni.createFrom().item(new Defined(current, false)))
                    .orElseGet(() -> addAfter(unitOfWork, known, id, definition, by)));
  }

  private Uni<Defined> addAfter(
      UnitOfWork unitOfWork,
      Optional<DefinitionVersion> known,
      String id,
      String definition,
      String by) {
    long next = known.map(DefinitionVersion::version).orElse(0L) + 1;
    return add(unitOfWork, new Key(id, next), definition, by)
        .map(added -> new Defined(added, known.isEmpty()));
  }

  /** Keeps a version that its caller has numbered under {@link #lock}. */
  public Uni<DefinitionVersion> add(UnitOfWork unitOfWork, Key key, String definition, String by) {
    return unitOfWork
        .statement(ADD)
        .bind(kind)
        .bind(key.id())
        .bind(key.version())
        .bind(definition)
        .bind(by)
        .row()
        .map(DefinitionStore::version);
  }

  private static Uni<List<DefinitionVersion>> versions(PlainStatement statement) {
    return statement.rows().map(rows -> rows.stream().map(DefinitionStore::version).toList());
  }

  private static DefinitionVersion version(Object[] row) {
    return new DefinitionVersion(
        (String) row[0],
        ((Number) row[1]).longValue(),
        (String) row[2],
        Instants.of(row[3]),
        (String) row[4]);
  }
}
