package io.casewire.sla.pages;

import io.casewire.sla.policy.Metric;
import io.casewire.sla.policy.TargetHours;
import io.casewire.sla.rules.PolicyBody;
import io.casewire.sla.rules.TargetBody;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** A policy, to be shown. */
record PolicyCard(PolicyBody policy, List<Promise> promises) {

  static PolicyCard of(PolicyBody policy) {
    return new PolicyCard(
        policy,
        Stream.of(Metric.values())
            .map(Metric::wireName)
            .filter(policy.targets()::containsKey)
            .map(metric -> Promise.of(metric, policy.targets().get(metric)))
            .toList());
  }

  /**
   * How long something may take.
   *
   * @param hours {@code business} or {@code calendar}
   */
  record Promise(String metric, String duration, String hours) {

    private static Promise of(String metric, TargetBody target) {
      return new Promise(
          metric,
          Optional.ofNullable(target.duration()).orElse(""),
          Optional.ofNullable(target.hours()).orElse(TargetHours.BUSINESS.wireName()));
    }
  }
}
