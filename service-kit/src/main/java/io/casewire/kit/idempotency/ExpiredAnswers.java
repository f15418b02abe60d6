package io.casewire.kit.idempotency;

import io.casewire.kit.expiry.Expiring;
import jakarta.enterprise.context.ApplicationScoped;

/** Answers that no repeated request can get any more. */
@ApplicationScoped
class ExpiredAnswers implements Expiring {

  @Override
  public String deletion() {
    return Answers.SWEEP;
  }
}
