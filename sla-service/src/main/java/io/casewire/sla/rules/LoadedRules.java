package io.casewire.sla.rules;

import io.casewire.kit.definition.DefinitionStore.Key;
import io.casewire.sla.calendar.BusinessCalendar;
import io.casewire.sla.clock.Rulebook;
import io.casewire.sla.policy.PolicySet;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/**
 * What one transaction needs of the rules: those that were in force in its span of time, and those
 * that it asked for.
 *
 * @param asOf which rules are the current ones
 */
public record LoadedRules(
    RuleHeads heads,
    Map<Long, PolicySet> policiesByVersion,
    Map<Key, BusinessCalendar> calendars,
    Instant asOf)
    implements Rulebook {

  public LoadedRules {
    policiesByVersion = Map.copyOf(policiesByVersion);
    calendars = Map.copyOf(calendars);
  }

  /** The same with those as the current ones that were in force then. */
  public LoadedRules at(Instant instant) {
    return new LoadedRules(heads, policiesByVersion, calendars, instant);
  }

  @Override
  public PolicySet currentPolicies() {
    return heads.policies().map(history -> policies(history.at(asOf))).orElse(PolicySet.NONE);
  }

  @Override
  public PolicySet policies(long version) {
    return found(policiesByVersion.get(version), "policies " + version);
  }

  @Override
  public BusinessCalendar currentCalendar(String id) {
    return findCalendar(id).orElseThrow(() -> new IllegalStateException("no calendar " + id));
  }

  /** The current version of a calendar, if there is such a calendar. */
  public Optional<BusinessCalendar> findCalendar(String id) {
    return Optional.ofNullable(heads.calendars().get(id))
        .map(history -> calendar(id, history.at(asOf)));
  }

  @Override
  public BusinessCalendar calendar(String id, long version) {
    return found(calendars.get(new Key(id, version)), "calendar " + id + " " + version);
  }

  private static <T> T found(T value, String name) {
    if (value == null) {
      throw new IllegalStateException("not loaded: " + name);
    }
    return value;
  }
}
