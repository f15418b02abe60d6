package io.casewire.intake.email;

import io.casewire.events.envelope.Cause;
import io.casewire.intake.quarantine.HeldMail;
import io.casewire.intake.quarantine.Quarantine;
import io.casewire.kit.blob.BlobStore;
import io.casewire.kit.memory.RequestBytes;
import io.casewire.kit.problem.Problem;
import io.casewire.kit.transaction.Transactions;
import io.smallrye.mutiny.Uni;
import io.vertx.ext.web.RoutingContext;
import io.vertx.mutiny.core.Vertx;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;
import java.util.function.Function;

/** Sends a mail that was held back on the way of all mail, by a person's word. */
@ApplicationScoped
class MailRelease {

  private final Quarantine quarantine;
  private final BlobStore blobs;
  private final MailReading reading;
  private final MailAdmission admission;
  private final Transactions transactions;
  private final Vertx vertx;
  private final RequestBytes bytes;
  private final MailMetrics metrics;

  MailRelease(
      Quarantine quarantine,
      BlobStore blobs,
      MailReading reading,
      MailAdmission admission,
      Transactions transactions,
      Vertx vertx,
      RequestBytes bytes,
      MailMetrics metrics) {
    this.quarantine = quarantine;
    this.blobs = blobs;
    this.reading = reading;
    this.admission = admission;
    this.transactions = transactions;
    this.vertx = vertx;
    this.bytes = bytes;
    this.metrics = metrics;
  }

  /**
   * Takes a mail that was held back as one that a person wrote. Done twice, it has its effect once.
   *
   * @return fails with a {@link Problem}: 404 if there is none of this id, or not any more, 503 if
   *     too many large requests are under way
   */
  Uni<MailAnswer> release(UUID id, Cause cause, RoutingContext request) {
    return transactions
        .read(session -> quarantine.find(session, id))
        .map(found -> found.orElseThrow(Problem::notFound))
        .invoke(held -> bytes.take(request, held.size()))
        .chain(held -> blobs.get(held.digest()).chain(raw -> read(held, raw)))
        .chain(
            mail ->
                transactions.write(unitOfWork -> admission.admitReleased(unitOfWork, mail, cause)))
        .invoke(metrics::taken);
  }

  private Uni<PreparedMail> read(HeldMail held, byte[] raw) {
    return vertx
        .executeBlocking(() -> reading.readReleased(ArrivedMail.released(raw, held)), false)
        .chain(Function.identity());
  }
}
