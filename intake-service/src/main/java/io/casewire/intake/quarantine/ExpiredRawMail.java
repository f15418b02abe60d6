package io.casewire.intake.quarantine;

import io.casewire.kit.expiry.Expiring;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;

/**
 * Has mail removed that has been kept as it came for long enough; its content is an orphan then
 * ({@link RawMailBlobs}).
 */
class ExpiredRawMail {

  @Produces
  @Singleton
  Expiring rawMail() {
    return new Expiring("raw_mail", "id", "kept_until < statement_timestamp()");
  }
}
