package io.casewire.sla.clock;

import io.casewire.sla.calendar.BusinessCalendar;
import io.casewire.sla.policy.PolicySet;

/**
 * All versions of policies and calendars. Versions never change and are never deleted, so what is
 * asked for by a clock's terms is always there.
 */
public interface Rulebook {

  /**
   * The policies that new clocks are started under: those in force when the fact happened that
   * starts them. Taking those of the moment at which the fact is heard of would give other
   * deadlines when the same facts are read again.
   */
  PolicySet currentPolicies();

  /**
   * @throws IllegalStateException when there never was such a version
   */
  PolicySet policies(long version);

  /**
   * The calendar that new clocks count by, as it was when the fact happened.
   *
   * @throws IllegalStateException when there is no such calendar
   */
  BusinessCalendar currentCalendar(String id);

  /**
   * @throws IllegalStateException when there never was such a version
   */
  BusinessCalendar calendar(String id, long version);
}
