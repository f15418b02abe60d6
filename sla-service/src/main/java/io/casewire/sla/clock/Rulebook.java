package io.casewire.sla.clock;

import io.casewire.sla.calendar.BusinessCalendar;
import io.casewire.sla.policy.PolicySet;

/**
 * All versions of policies and calendars. Versions never change and are never deleted, so what is
 * asked for by a clock's terms is always there.
 */
public interface Rulebook {

  /** The policies that new clocks are started under. */
  PolicySet currentPolicies();

  /**
   * @throws IllegalStateException when there never was such a version
   */
  PolicySet policies(long version);

  /**
   * The calendar that new clocks count by.
   *
   * @throws IllegalStateException when there is no such calendar
   */
  BusinessCalendar currentCalendar(String id);

  /**
   * @throws IllegalStateException when there never was such a version
   */
  BusinessCalendar calendar(String id, long version);
}
