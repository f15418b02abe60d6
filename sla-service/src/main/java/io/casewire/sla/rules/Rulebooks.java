package io.casewire.sla.rules;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.casewire.kit.definition.DefinitionStore.Key;
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

  private final Definitions definitions;
  private final Cache<Long, PolicySet> policies =
      Caffeine.newBuilder().maximumSize(MOST_CACHED).build();
  private final Cache<Key, BusinessCalendar> calendars =
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

  private static Set<Key> calendarVersions(RuleHeads heads, Collection<Terms> terms) {
    return Stream.concat(
            heads.calendars().entrySet().stream()
                .flatMap(
                    calendar ->
                        calendar.getValue().versions().stream()
                            .map(version -> new Key(calendar.getKey(), version))),
            terms.stream().map(one -> new Key(one.calendar(), one.calendarVersion())))
        .collect(Collectors.toSet());
  }

  private Uni<Map<Long, PolicySet>> policySets(Mutiny.Session session, Set<Long> wanted) {
    return cachedOrRead(
        policies,
        wanted,
        missing ->
            Definitions.POLICIES
                .find(
                    session,
                    missing.stream()
                        .map(version -> new Key(Definitions.ALL_POLICIES, version))
                        .toList())
                .map(
                    found ->
                        found.stream()
                            .map(definitions::policySet)
                            .collect(Collectors.toMap(PolicySet::version, Function.identity()))));
  }

  private Uni<Map<Key, BusinessCalendar>> calendars(Mutiny.Session session, Set<Key> wanted) {
    return cachedOrRead(
        calendars,
        wanted,
        missing ->
            Definitions.CALENDARS
                .find(session, missing)
                .map(
                    found ->
                        found.stream()
                            .map(definitions::calendar)
                            .collect(
                                Collectors.toMap(
                                    one -> new Key(one.id(), one.version()),
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
