package io.casewire.sla.pages;

import io.casewire.kit.problem.Problem;
import io.casewire.sla.clock.ClockPhase;
import io.casewire.sla.policy.Metric;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Which open clocks somebody wants to watch.
 *
 * @param queue null for all that he may see
 * @param metric null for all
 * @param phase running or paused
 */
record BoardFilter(@Nullable String queue, @Nullable Metric metric, ClockPhase phase) {

  private static final int LONGEST_QUEUE = 64;

  /**
   * Reads the parameters of a page; what is blank is no condition.
   *
   * @throws Problem 400 if one is not valid
   */
  static BoardFilter of(@Nullable String queue, @Nullable String metric, @Nullable String state) {
    String wanted = blankToNull(queue);
    if (wanted != null && (wanted.length() > LONGEST_QUEUE || wanted.indexOf('\0') >= 0)) {
      throw Problem.invalid("queue", "must be the id of a queue");
    }
    return new BoardFilter(
        wanted,
        Optional.ofNullable(blankToNull(metric)).map(BoardFilter::metricOf).orElse(null),
        "paused".equals(state) ? ClockPhase.PAUSED : ClockPhase.RUNNING);
  }

  private static @Nullable String blankToNull(@Nullable String text) {
    return text == null || text.isBlank() ? null : text;
  }

  private static Metric metricOf(String name) {
    return Stream.of(Metric.values())
        .filter(metric -> metric.wireName().equals(name))
        .findFirst()
        .orElseThrow(() -> Problem.invalid("metric", "is not known"));
  }

  public boolean paused() {
    return phase == ClockPhase.PAUSED;
  }

  public boolean isQueue(String id) {
    return id.equals(queue);
  }

  public boolean isMetric(String wireName) {
    return metric != null && metric.wireName().equals(wireName);
  }

  /** The same filter as the query of an address. */
  public String query() {
    return paused() ? pausedQuery() : runningQuery();
  }

  /** The same filter for the clocks that run. */
  public String runningQuery() {
    return query("running");
  }

  /** The same filter for the clocks that stand still. */
  public String pausedQuery() {
    return query("paused");
  }

  private String query(String state) {
    return "state=%s&queue=%s&metric=%s"
        .formatted(
            state,
            URLEncoder.encode(queue == null ? "" : queue, StandardCharsets.UTF_8),
            metric == null ? "" : metric.wireName());
  }
}
