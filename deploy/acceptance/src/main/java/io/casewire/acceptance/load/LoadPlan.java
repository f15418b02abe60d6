package io.casewire.acceptance.load;

import java.time.Duration;
import java.util.List;

/**
 * What load to make.
 *
 * @param rate customers a second, each at his time whether or not earlier ones were answered
 * @param channels of the customers, taken in turn
 * @param seed decides the customers' texts
 * @param silent whether the agents leave the cases that they get unanswered
 * @param answerWithin how long a client waits for an answer before it tries again elsewhere
 */
public record LoadPlan(
    double rate,
    List<Channel> channels,
    Duration warmUp,
    Duration duration,
    int agents,
    boolean silent,
    long seed,
    Duration answerWithin) {

  public LoadPlan {
    channels = List.copyOf(channels);
  }

  long customers() {
    return Math.round(rate * duration.toMillis() / 1000.0);
  }

  long warmUpCustomers() {
    return Math.round(rate * warmUp.toMillis() / 1000.0);
  }
}
