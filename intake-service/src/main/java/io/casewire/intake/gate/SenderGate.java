package io.casewire.intake.gate;

import io.casewire.kit.problem.Problem;
import io.casewire.kit.ratelimit.RateLimiter;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;

/** Keeps one sender from flooding the public endpoints. */
@ApplicationScoped
public class SenderGate {

  private final RateLimiter limiter;

  SenderGate(SenderLimits limits, Clock clock) {
    this.limiter = new RateLimiter(limits, clock);
  }

  /**
   * Lets somebody pass who shows nothing.
   *
   * @throws Problem 429 if this client, or anybody for this customer, has posted too much
   */
  public void passStranger(String clientAddress, String customerAddress) {
    take("client " + clientAddress);
    take("customer " + customerAddress);
  }

  /**
   * Lets the holder of a link to a case pass.
   *
   * @throws Problem 429 if too much was posted with links to this case
   */
  public void passHolder(String caseId) {
    take("case " + caseId);
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
