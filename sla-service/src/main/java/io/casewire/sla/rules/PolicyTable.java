package io.casewire.sla.rules;

import io.casewire.kit.transaction.UnitOfWork;
import io.smallrye.mutiny.Uni;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.hibernate.reactive.mutiny.Mutiny;
import org.jspecify.annotations.Nullable;

/** The statements of {@code policy_version}. */
final class PolicyTable {

  private static final String FIND =
      """
      select version, definition, defined_at, defined_by from policy_version
      where version = coalesce(cast(?1 as bigint), (select max(version) from policy_version))
      """;

  private static final String ADD =
      """
      insert into policy_version (version, definition, defined_by) values (?1, ?2, ?3)
      returning version, definition, defined_at, defined_by
      """;

  private static final String CALENDARS = "select distinct calendar_id from calendar_version";

  private PolicyTable() {}

  /**
   * @param version null for the current one
   */
  static Uni<Optional<StoredVersion>> find(Mutiny.Session session, @Nullable Long version) {
    return session
        .createNativeQuery(FIND, Object[].class)
        .setParameter(1, version)
        .getSingleResultOrNull()
        .map(row -> Optional.ofNullable(row).map(StoredVersion::of));
  }

  static Uni<StoredVersion> add(UnitOfWork unitOfWork, long version, String definition, String by) {
    return unitOfWork
        .session()
        .createNativeQuery(ADD, Object[].class)
        .setParameter(1, version)
        .setParameter(2, definition)
        .setParameter(3, by)
        .getSingleResult()
        .map(StoredVersion::of);
  }

  /** The ids of the calendars that exist. */
  static Uni<Set<String>> calendars(Mutiny.Session session) {
    return session
        .createNativeQuery(CALENDARS, String.class)
        .getResultList()
        .map(ids -> ids.stream().collect(Collectors.toSet()));
  }
}
