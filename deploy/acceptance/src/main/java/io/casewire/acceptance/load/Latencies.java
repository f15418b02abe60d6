package io.casewire.acceptance.load;

import java.time.Duration;
import org.HdrHistogram.ConcurrentHistogram;
import org.HdrHistogram.Histogram;

/** A distribution of durations, exact to three digits. Thread-safe. */
final class Latencies {

  private static final int DIGITS = 3;

  private final Histogram microseconds = new ConcurrentHistogram(DIGITS);

  void add(Duration duration) {
    microseconds.recordValue(Math.max(0, duration.toNanos() / 1000));
  }

  long count() {
    return microseconds.getTotalCount();
  }

  /** p50, p99 and the maximum in milliseconds. */
  String summary() {
    return "p50 %8.1f   p99 %8.1f   max %8.1f   n %d"
        .formatted(
            millis(microseconds.getValueAtPercentile(50)),
            millis(microseconds.getValueAtPercentile(99)),
            millis(microseconds.getMaxValue()),
            count());
  }

  private static double millis(long micros) {
    return micros / 1000.0;
  }
}
