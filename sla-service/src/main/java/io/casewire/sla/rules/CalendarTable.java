package io.casewire.sla.rules;

import io.casewire.kit.transaction.UnitOfWork;
import io.smallrye.mutiny.Uni;
import java.util.Optional;
import org.hibernate.reactive.mutiny.Mutiny;
import org.jspecify.annotations.Nullable;

/** The statements of {@code calendar_version}. */
final class CalendarTable {

  private static final String FIND =
      """
      select version, definition, defined_at, defined_by from calendar_version
      where calendar_id = ?1 and version = coalesce(cast(?2 as bigint),
        (select max(version) from calendar_version where calendar_id = ?1))
      """;

  private static final String ADD =
      """
      insert into calendar_version (calendar_id, version, definition, defined_by)
      values (?1, ?2, ?3, ?4)
      returning version, definition, defined_at, defined_by
      """;

  private CalendarTable() {}

  /**
   * @param version null for the current one
   */
  static Uni<Optional<StoredVersion>> find(
      Mutiny.Session session, String id, @Nullable Long version) {
    return session
        .createNativeQuery(FIND, Object[].class)
        .setParameter(1, id)
        .setParameter(2, version)
        .getSingleResultOrNull()
        .map(row -> Optional.ofNullable(row).map(StoredVersion::of));
  }

  static Uni<StoredVersion> add(
      UnitOfWork unitOfWork, String id, long version, String definition, String by) {
    return unitOfWork
        .session()
        .createNativeQuery(ADD, Object[].class)
        .setParameter(1, id)
        .setParameter(2, version)
        .setParameter(3, definition)
        .setParameter(4, by)
        .getSingleResult()
        .map(StoredVersion::of);
  }
}
