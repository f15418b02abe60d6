package io.casewire.sla.rules;

import io.casewire.kit.transaction.Instants;
import io.casewire.kit.transaction.PlainStatement;
import io.smallrye.mutiny.Uni;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.hibernate.reactive.mutiny.Mutiny;
import org.jspecify.annotations.Nullable;

/**
 * Which versions were in force in a span of time. Only this is read anew in each transaction; what
 * a version says is the same for ever, so it may come from a cache in any replica.
 *
 * @param calendars by id
 */
record RuleHeads(Optional<VersionHistory> policies, Map<String, VersionHistory> calendars) {

  /** From the version in force at the beginning to the one in force at the end. */
  private static final String HEADS =
      """
      with span as (
        select coalesce(cast(cast($1 as text) as timestamptz), clock_timestamp()) as since,
               coalesce(cast(cast($2 as text) as timestamptz), clock_timestamp()) as until)
      select kind, id, version, defined_at
      from span cross join lateral (
        select kind, id, min(version) as lowest,
          coalesce(max(version) filter (where defined_at <= span.since), min(version)) as head
        from definition_version where kind in ('policies', 'calendar') group by kind, id) known
      join definition_version using (kind, id)
      where version >= known.head and (defined_at <= span.until or version = known.lowest)
      """;

  /**
   * Reads the versions of a span of time.
   *
   * @param since null for now
   * @param until null for now
   */
  static Uni<RuleHeads> read(
      Mutiny.Session session, @Nullable Instant since, @Nullable Instant until) {
    return PlainStatement.of(session, HEADS)
        .bind(since == null ? null : since.toString())
        .bind(until == null ? null : until.toString())
        .rows()
        .map(RuleHeads::of);
  }

  private static RuleHeads of(List<Object[]> rows) {
    VersionHistory policies = new VersionHistory();
    Map<String, VersionHistory> calendars = new HashMap<>();
    for (Object[] row : rows) {
      VersionHistory history =
          row[0].equals("policies")
              ? policies
              : calendars.computeIfAbsent((String) row[1], _ -> new VersionHistory());
      history.add(((Number) row[2]).longValue(), Instants.of(row[3]));
    }
    return new RuleHeads(
        Optional.of(policies).filter(history -> !history.versions().isEmpty()), calendars);
  }
}
