package io.casewire.sla.rules;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.casewire.sla.calendar.BusinessCalendar;
import io.casewire.sla.clock.Terms;
import io.casewire.sla.policy.PolicySet;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.hibernate.reactive.mutiny.Mutiny;

/**
 * Looks rules up for a transaction. Right with any number of replicas: a version never changes, and
 * which one was in force when is asked in the transaction itself.
 */
@ApplicationScoped
public class Rulebooks {

  private static final int MOST_CACHED = 10_000;

  private static final String POLICIES =
      """
      select version, definition, defined_at, defined_by from policy_version
      where version = any (cast(?1 as bigint[]))
      """;

  private static final String CALENDARS =
      """
      select version, definition, defined_at, defined_by, calendar_id from calendar_version
      join unnest(cast(?1 as text[]), cast(?2 as bigint[])) as wanted (id, number)
        on calendar_id = wanted.id and version = wanted.number
      """;

  private final Definitions definitions;
  private final Cache<Long, PolicySet> policies =
      Caffeine.newBuilder().maximumSize(MOST_CACHED).build();
  private final Cache<CalendarVersion, BusinessCalendar> calendars =
      Caffeine.newBuilder().maximumSize(MOST_CACHED).build();

  Rulebooks(Definitions definitions) {
    this.definitions = definitions;
  }

  /** The rules of now, and those that these terms name. */
  public Uni<LoadedRules> load(Mutiny.Session session, Collection<Terms> terms) {
    return load(session, terms, RuleHeads.read(session, null, null), Instant.MAX);
  }

  /**
   * The rules that were in force in a span of time, and those that these terms name. Those at its
   * end are the current ones.
   */
  public Uni<LoadedRules> load(
      Mutiny.Session session, Collection<Terms> terms, Instant since, Instant until) {
    return load(session, terms, RuleHeads.read(session, since, until), until);
  }

  private Uni<LoadedRules> load(
      Mutiny.Session session, Collection<Terms> terms, Uni<RuleHeads> inForce, Instant asOf) {
    return inForce.chain(
        heads ->
            policySets(session, policyVersions(heads, terms))
                .chain(
                    sets ->
                        calendars(session, calendarVersions(heads, terms))
                            .map(found -> new LoadedRules(heads, sets, found, asOf))));
  }

  private static Set<Long> policyVersions(RuleHeads heads, Collection<Terms> terms) {
    return Stream.concat(
            heads.policies().stream().flatMap(history -> history.versions().stream()),
            terms.stream().map(Terms::policyVersion))
        .collect(Collectors.toSet());
  }

  private static Set<CalendarVersion> calendarVersions(RuleHeads heads, Collection<Terms> terms) {
    return Stream.concat(
            heads.calendars().entrySet().stream()
                .flatMap(
                    calendar ->
                        calendar.getValue().versions().stream()
                            .map(version -> new CalendarVersion(calendar.getKey(), version))),
            terms.stream().map(one -> new CalendarVersion(one.calendar(), one.calendarVersion())))
        .collect(Collectors.toSet());
  }

  private Uni<Map<Long, PolicySet>> policySets(Mutiny.Session session, Set<Long> wanted) {
    return cachedOrRead(
        policies,
        wanted,
        missing ->
            session
                .createNativeQuery(POLICIES, Object[].class)
                .setParameter(1, missing.toArray(Long[]::new))
                .getResultList()
                .map(
                    rows ->
                        rows.stream()
                            .map(StoredVersion::of)
                            .map(definitions::policySet)
                            .collect(Collectors.toMap(PolicySet::version, Function.identity()))));
  }

  private Uni<Map<CalendarVersion, BusinessCalendar>> calendars(
      Mutiny.Session session, Set<CalendarVersion> wanted) {
    return cachedOrRead(
        calendars,
        wanted,
        missing ->
            session
                .createNativeQuery(CALENDARS, Object[].class)
                .setParameter(1, missing.stream().map(CalendarVersion::id).toArray(String[]::new))
                .setParameter(
                    2, missing.stream().map(CalendarVersion::version).toArray(Long[]::new))
                .getResultList()
                .map(
                    rows ->
                        rows.stream()
                            .map(
                                row -> definitions.calendar((String) row[4], StoredVersion.of(row)))
                            .collect(
                                Collectors.toMap(
                                    one -> new CalendarVersion(one.id(), one.version()),
                                    Function.identity()))));
  }

  private static <K, V> Uni<Map<K, V>> cachedOrRead(
      Cache<K, V> cache, Set<K> wanted, Function<List<K>, Uni<Map<K, V>>> read) {
    Map<K, V> found = new HashMap<>(cache.getAllPresent(wanted));
    List<K> missing = wanted.stream().filter(key -> !found.containsKey(key)).toList();
    if (missing.isEmpty()) {
      return Uni.createFrom().item(found);
    }
    return read.apply(missing)
        .map(
            rows -> {
              cache.putAll(rows);
              found.putAll(rows);
              return found;
            });
  }
}
