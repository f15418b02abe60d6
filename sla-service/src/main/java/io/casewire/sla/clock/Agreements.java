package io.casewire.sla.clock;

import io.casewire.sla.calendar.BusinessCalendar;
import io.casewire.sla.policy.CaseTraits;
import io.casewire.sla.policy.Metric;
import io.casewire.sla.policy.Policy;
import io.casewire.sla.policy.PolicySet;
import java.util.Optional;
import java.util.function.Function;

/** Finds what a clock is judged by. */
record Agreements(Rulebook rules) {

  /** For a clock that starts now; empty when no policy has a target for the metric. */
  Optional<Agreement> current(Metric metric, CaseTraits traits) {
    return select(rules.currentPolicies(), metric, traits, rules::currentCalendar);
  }

  /** What the clock was started under. */
  Agreement pinned(Clock clock) {
    Terms terms = clock.terms();
    Policy policy = rules.policies(terms.policyVersion()).named(terms.policy()).orElseThrow();
    return Agreement.of(
        policy,
        terms.policyVersion(),
        policy.target(clock.metric()).orElseThrow(),
        rules.calendar(terms.calendar(), terms.calendarVersion()));
  }

  /** What the clock's own version of the policies says of the case as it is now. */
  Optional<Agreement> reselected(Clock clock, CaseTraits traits) {
    Terms terms = clock.terms();
    return select(
        rules.policies(terms.policyVersion()),
        clock.metric(),
        traits,
        id ->
            id.equals(terms.calendar())
                ? rules.calendar(id, terms.calendarVersion())
                : rules.currentCalendar(id));
  }

  private static Optional<Agreement> select(
      PolicySet set,
      Metric metric,
      CaseTraits traits,
      Function<String, BusinessCalendar> calendars) {
    return set.firstMatch(traits)
        .flatMap(
            policy ->
                policy
                    .target(metric)
                    .map(
                        target ->
                            Agreement.of(
                                policy,
                                set.version(),
                                target,
                                calendars.apply(policy.calendar()))));
  }
}
