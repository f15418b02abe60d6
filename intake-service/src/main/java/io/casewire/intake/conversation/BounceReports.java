package io.casewire.intake.conversation;

import io.casewire.events.BounceKind;
import io.casewire.events.MailBounced;
import io.casewire.events.Publication;
import io.casewire.events.envelope.Cause;
import io.casewire.events.envelope.OutgoingEvent;
import io.casewire.kit.id.Ids;
import io.casewire.kit.outbox.Outbox;
import io.casewire.kit.transaction.UnitOfWork;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Publishes what a report says about a mail that we have sent for a case. */
@ApplicationScoped
public class BounceReports {

  private final Outbox outbox;

  BounceReports(Outbox outbox) {
    this.outbox = outbox;
  }

  /**
   * Publishes {@code case.mail-bounced}, in the caller's transaction.
   *
   * @param rfcMessageId of our mail, as it stands in a header
   * @param status the enhanced status code (RFC 3463), if the report gives one
   */
  public Uni<Void> publish(
      UnitOfWork unitOfWork,
      UUID caseId,
      String rfcMessageId,
      BounceKind kind,
      @Nullable String status,
      Instant at,
      Cause cause) {
    return CaseLocks.require(unitOfWork.session(), caseId)
        .chain(
            entity -> {
              MailBounced bounced = new MailBounced(caseId, rfcMessageId, kind, status, at);
              OutgoingEvent event =
                  Publication.of(
                      bounced,
                      entity.customerId,
                      Ids.next(),
                      entity.nextEventSequence(),
                      at,
                      cause);
              return unitOfWork
                  .session()
                  .flush()
                  .chain(() -> outbox.append(unitOfWork, List.of(event)));
            });
  }
}
