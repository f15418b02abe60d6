package io.casewire.sla.clock;

import io.casewire.sla.calendar.BusinessCalendar;
import io.casewire.sla.policy.Policy;
import io.casewire.sla.policy.Target;
import io.casewire.sla.policy.TargetHours;

/** A clock's terms, looked up. */
record Agreement(Terms terms, Policy policy, Target target, BusinessCalendar calendar) {

  static Agreement of(Policy policy, long version, Target target, BusinessCalendar calendar) {
    var terms = new Terms(policy.name(), version, calendar.id(), calendar.version());
    return new Agreement(terms, policy, target, calendar);
  }

  /** The time that counts towards the target. */
  BusinessCalendar hours() {
    return target.hours() == TargetHours.BUSINESS ? calendar : BusinessCalendar.calendarTime();
  }
}
