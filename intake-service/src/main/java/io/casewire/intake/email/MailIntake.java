package io.casewire.intake.email;

import io.casewire.events.envelope.Cause;
import io.casewire.intake.mail.automatic.QuarantineReason;
import io.casewire.kit.id.Ids;
import io.casewire.kit.telemetry.Traces;
import io.casewire.kit.transaction.Transactions;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import jakarta.enterprise.context.ApplicationScoped;

/**
 * Takes mail, wherever it comes from.
 *
 * <p>Guarantees: whatever the bytes are, a mail that was answered has its effect or is kept for a
 * person to look at; the same mail has its effect once, however often and however simultaneously it
 * comes; what fails has no effect and may be tried again.
 */
@ApplicationScoped
public class MailIntake {

  private final MailReading reading;
  private final MailAdmission admission;
  private final Transactions transactions;
  private final MailMetrics metrics;

  MailIntake(
      MailReading reading,
      MailAdmission admission,
      Transactions transactions,
      MailMetrics metrics) {
    this.reading = reading;
    this.admission = admission;
    this.transactions = transactions;
    this.metrics = metrics;
  }

  /**
   * The same for a mailbox, whose mails come one after the other: none waits in line with requests
   * when connections are short, since those behind it would wait as long again.
   */
  public MailIntake ahead() {
    return new MailIntake(reading, admission, transactions.forBatches(), metrics);
  }

  /** Takes a mail. Reading it takes its time: for worker threads. */
  public Uni<MailAnswer> take(ArrivedMail arrived) {
    return admit(reading.read(arrived))
        .onFailure(StaffMailException.class)
        .recoverWithUni(() -> admit(hold(arrived, QuarantineReason.FROM_STAFF)))
        .invoke(metrics::taken);
  }

  /** Once more from the beginning, since only mail that is held back is kept as it came. */
  private Uni<PreparedMail> hold(ArrivedMail arrived, QuarantineReason reason) {
    return Uni.createFrom()
        .deferred(() -> reading.hold(arrived, reason.code()))
        .runSubscriptionOn(Infrastructure.getDefaultWorkerPool());
  }

  private Uni<MailAnswer> admit(Uni<PreparedMail> prepared) {
    Cause cause = Cause.of(Ids.next().toString(), Traces.traceparent().orElse(null));
    return prepared.chain(
        mail -> transactions.write(unitOfWork -> admission.admit(unitOfWork, mail, cause)));
  }
}
