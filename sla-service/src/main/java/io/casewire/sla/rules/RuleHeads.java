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
      select '', version, defined_at from policy_version, span
      where version >= coalesce(
          (select max(version) from policy_version where defined_at <= span.since),
          (select min(version) from policy_version))
        and (defined_at <= span.until or version = (select min(version) from policy_version))
      union all
      select calendar_version.calendar_id, version, defined_at
      from span cross join lateral (
        select calendar_id, min(version) as lowest,
          coalesce(max(version) filter (where defined_at <= span.since), min(version)) as head
        from calendar_version group by calendar_id) known
      join calendar_version
        on calendar_version.calendar_id = known.calendar_id and version >= known.head
      where defined_at <= span.until or version = known.lowest
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
    Map<String, VersionHistory> byId = new HashMap<>();
    for (Object[] row : rows) {
      byId.computeIfAbsent((String) row[0], _ -> new VersionHistory())
          .add(((Number) row[1]).longValue(), Instants.of(row[2]));
    }
    // No calendar has an empty id.
    return new RuleHeads(Optional.ofNullable(byId.remove("")), byId);
  }
}
