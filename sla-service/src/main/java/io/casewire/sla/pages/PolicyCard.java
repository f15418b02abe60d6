package io.casewire.sla.pages;

import io.casewire.sla.input.IsoDurations;
import io.casewire.sla.policy.Metric;
import io.casewire.sla.policy.TargetHours;
import io.casewire.sla.rules.PolicyBody;
import io.casewire.sla.rules.TargetBody;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A policy, to be shown: its durations are words, in the reader's language. */
record PolicyCard(
    PolicyBody policy, List<Promise> promises, List<String> warnings, List<Level> levels) {

  static PolicyCard of(PolicyBody policy, Spans spans) {
    return new PolicyCard(
        policy,
        Stream.of(Metric.values())
            .map(Metric::wireName)
            .filter(policy.targets()::containsKey)
            .map(metric -> Promise.of(metric, policy.targets().get(metric), spans))
            .toList(),
        orNone(policy.warnAt()).map(warning -> moment(warning, "before-due", spans)).toList(),
        orNone(policy.escalation()).map(level -> Level.of(level, spans)).toList());
  }

  private static <T> Stream<T> orNone(@Nullable List<T> list) {
    return Stream.ofNullable(list).flatMap(List::stream);
  }

  /** A share of the time stays as it was written. */
  private static String moment(String written, String ofSpan, Spans spans) {
    return IsoDurations.parse(written).map(span -> spans.say(ofSpan, span)).orElse(written);
  }

  /**
   * How long something may take.
   *
   * @param hours {@code business} or {@code calendar}
   */
  record Promise(String metric, String duration, String hours) {

    private static Promise of(String metric, TargetBody target, Spans spans) {
      return new Promise(
          metric,
          IsoDurations.parse(target.duration()).map(spans::say).orElse(""),
          Optional.ofNullable(target.hours()).orElse(TargetHours.BUSINESS.wireName()));
    }
  }

  /** A step of the escalation. */
  record Level(int level, String after, String action, String to) {

    private static final String USUAL_ACTION = "notify";

    private static Level of(PolicyBody.LevelBody body, Spans spans) {
      return new Level(
          body.level(),
          moment(body.after(), "after-breach", spans),
          Optional.ofNullable(body.action()).orElse(USUAL_ACTION),
          body.to());
    }
  }
}
