package io.casewire.intake.ratelimit;

import io.casewire.kit.problem.Problem;
import io.casewire.kit.ratelimit.RateLimiter;
import io.casewire.kit.ratelimit.RateLimits;
import io.smallrye.config.ConfigMapping;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.UUID;

/** Limits how often one sender may post through the public endpoints. */
@ApplicationScoped
public class SenderLimits {

  private final RateLimiter limiter;

  SenderLimits(Settings settings, Clock clock) {
    this.limiter = new RateLimiter(settings, clock);
  }

  /** How much one sender may post. */
  @ConfigMapping(prefix = "casewire.intake.rate-limit")
  interface Settings extends RateLimits {}

  /**
   * Counts a request whose sender shows no link.
   *
   * @throws Problem 429 if this client, or all clients for this customer, have posted too much
   */
  public void countRequest(String clientAddress, String customerAddress) {
    count("client " + clientAddress);
    count("customer " + customerAddress);
  }

  /**
   * Counts a post of a customer who shows the link to a case.
   *
   * @throws Problem 429 if too much was posted with links to this case
   */
  public void countOnCase(UUID caseId) {
    count("case " + caseId);
  }

  private void count(String key) {
    limiter
        .tryTake(key)
        .ifPresent(
            wait -> {
              throw Problem.tooMany(wait);
            });
  }
}
