package io.casewire.acceptance.load;

import java.net.URI;
import java.time.Duration;

/**
 * What load to make.
 *
 * @param rate requests a second, sent at their time whether or not earlier ones were answered
 * @param seed decides the customers' texts
 * @param arrivals where the local mail server tells of arrived mails
 */
public record LoadPlan(
    double rate, Duration warmUp, Duration duration, int agents, long seed, URI arrivals) {

  long requests() {
    return Math.round(rate * duration.toMillis() / 1000.0);
  }

  long warmUpRequests() {
    return Math.round(rate * warmUp.toMillis() / 1000.0);
  }
}
