package io.casewire.intake.quarantine;

import io.casewire.kit.expiry.Expiring;
import jakarta.enterprise.context.ApplicationScoped;

/**
 * Mail that has been kept as it came for long enough; its content is an orphan then ({@link
 * RawMailBlobs}).
 */
@ApplicationScoped
class ExpiredRawMail implements Expiring {

  @Override
  public String deletion() {
    return """
        delete from raw_mail where id in (
          select id from raw_mail where kept_until < statement_timestamp()
          limit $1 for update skip locked)
        """;
  }
}
