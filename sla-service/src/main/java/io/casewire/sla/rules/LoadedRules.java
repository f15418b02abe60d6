package io.casewire.sla.rules;

import io.casewire.sla.calendar.BusinessCalendar;
import io.casewire.sla.clock.Rulebook;
import io.casewire.sla.policy.PolicySet;
import java.util.Map;
import java.util.Optional;

/**
 * What one transaction needs of the rules: those that are current to it, and those that it asked
 * for.
 *
 * @param currentVersions of the calendars by id
 */
public record LoadedRules(
    PolicySet currentPolicies,
    Map<Long, PolicySet> policiesByVersion,
    Map<String, Long> currentVersions,
    Map<CalendarVersion, BusinessCalendar> calendars)
    implements Rulebook {

  public LoadedRules {
    policiesByVersion = Map.copyOf(policiesByVersion);
    currentVersions = Map.copyOf(currentVersions);
    calendars = Map.copyOf(calendars);
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
    return Optional.ofNullable(currentVersions.get(id)).map(version -> calendar(id, version));
  }

  @Override
  public BusinessCalendar calendar(String id, long version) {
    return found(calendars.get(new CalendarVersion(id, version)), "calendar " + id + " " + version);
  }

  private static <T> T found(T value, String name) {
    if (value == null) {
      throw new IllegalStateException("not loaded: " + name);
    }
    return value;
  }
}
