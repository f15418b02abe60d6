package io.casewire.intake.request;

import io.casewire.kit.problem.Problem;
import io.casewire.kit.ratelimit.RateLimiter;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;

/** Keeps one sender from flooding the public form. */
@ApplicationScoped
class RequestGate {

  private final RateLimiter limiter;

  RequestGate(RequestLimits limits, Clock clock) {
    this.limiter = new RateLimiter(limits, clock);
  }

  /**
   * Lets a request pass.
   *
   * @throws Problem 429 if this client, or anybody for this customer, has posted too much
   */
  void pass(String clientAddress, String customerAddress) {
    take("client " + clientAddress);
    take("customer " + customerAddress);
  }

  private void take(String key) {
    limiter
        .tryTake(key)
        .ifPresent(
            wait -> {
              throw Problem.tooMany(wait);
            });
  }
}
