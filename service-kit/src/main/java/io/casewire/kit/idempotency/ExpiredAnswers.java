package io.casewire.kit.idempotency;

import io.casewire.kit.expiry.Expiring;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;

/** Has answers removed that no repeated request can get any more. */
class ExpiredAnswers {

  @Produces
  @Singleton
  Expiring answers() {
    return Answers.EXPIRING;
  }
}
