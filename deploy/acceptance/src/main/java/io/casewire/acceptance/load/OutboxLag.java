package io.casewire.acceptance.load;

import io.casewire.acceptance.client.Http;
import java.net.URI;
import java.net.http.HttpRequest;
import java.util.List;
import java.util.NavigableMap;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * How long events lie in the outboxes, from the histogram that the services publish as {@code
 * casewire_outbox_lag_seconds}.
 */
final class OutboxLag {

  private static final Pattern BUCKET =
      Pattern.compile("^casewire_outbox_lag_seconds_bucket\\{.*?le=\"([^\"]+)\".*?\\} (\\S+)$");

  private final Http http;

  OutboxLag(Http http) {
    this.http = http;
  }

  /** Events by upper bound in seconds, cumulated, summed over these services. */
  NavigableMap<Double, Double> read(List<URI> services) {
    NavigableMap<Double, Double> buckets = new TreeMap<>();
    for (URI service : services) {
      String metrics =
          http.exchange(HttpRequest.newBuilder(service.resolve("/q/metrics")).build()).body();
      metrics.lines().map(BUCKET::matcher).filter(Matcher::matches).forEach(m -> add(buckets, m));
    }
    return buckets;
  }

  private static void add(NavigableMap<Double, Double> buckets, Matcher line) {
    double bound =
        line.group(1).equals("+Inf") ? Double.POSITIVE_INFINITY : Double.parseDouble(line.group(1));
    buckets.merge(bound, Double.parseDouble(line.group(2)), Double::sum);
  }

  /** The smallest published bound in milliseconds that covers this share of the events between. */
  static double millisAt(
      double share, NavigableMap<Double, Double> before, NavigableMap<Double, Double> after) {
    double all = since(before, after, Double.POSITIVE_INFINITY);
    return after.keySet().stream()
        .filter(bound -> since(before, after, bound) >= share * all)
        .findFirst()
        .map(bound -> bound * 1000)
        .orElse(Double.NaN);
  }

  private static double since(
      NavigableMap<Double, Double> before, NavigableMap<Double, Double> after, double bound) {
    return after.getOrDefault(bound, 0.0) - before.getOrDefault(bound, 0.0);
  }
}
