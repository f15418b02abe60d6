package io.casewire.intake.email;

import io.casewire.events.envelope.Cause;
import io.casewire.intake.email.PreparedMail.Purpose;
import io.casewire.intake.mail.thread.Arrival;
import io.casewire.intake.quarantine.Quarantine;
import io.casewire.intake.quarantine.QuarantineEntry;
import io.casewire.kit.transaction.UnitOfWork;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;

/** Gives a prepared mail its effect, in one transaction. */
@ApplicationScoped
class MailAdmission {

  private final ReceivedMails received;
  private final MessagePlacement messages;
  private final ReportNoting reports;
  private final Quarantine quarantine;
  private final MailConfig config;

  MailAdmission(
      ReceivedMails received,
      MessagePlacement messages,
      ReportNoting reports,
      Quarantine quarantine,
      MailConfig config) {
    this.received = received;
    this.messages = messages;
    this.reports = reports;
    this.quarantine = quarantine;
    this.config = config;
  }

  /** Takes a mail, unless it was here before. */
  Uni<MailAnswer> admit(UnitOfWork unitOfWork, PreparedMail mail, Cause cause) {
    MailSlip slip = mail.slip();
    return received
        .copies(unitOfWork, slip)
        .map(copies -> Arrival.of(slip.mailbox(), slip.content(), copies))
        .chain(
            arrival ->
                switch (arrival) {
                  case Arrival.Again(UUID receiptId) -> received.duplicateOf(unitOfWork, receiptId);
                  case Arrival.AtOtherMailbox(UUID receiptId) ->
                      received
                          .recordCopy(unitOfWork, slip, receiptId)
                          .chain(() -> received.duplicateOf(unitOfWork, receiptId));
                  case Arrival.First() -> take(unitOfWork, mail, false, cause);
                  case Arrival.UsedMessageId() -> take(unitOfWork, mail, true, cause);
                });
  }

  /** Takes a mail that was held back, unless it was let go before. */
  Uni<MailAnswer> admitReleased(UnitOfWork unitOfWork, PreparedMail mail, Cause cause) {
    UUID receiptId = mail.slip().receiptId();
    return quarantine
        .letGo(unitOfWork, receiptId)
        .chain(
            now ->
                now
                    ? received
                        .hasUsedMessageId(unitOfWork, receiptId)
                        .chain(used -> place(unitOfWork, mail, used, cause))
                        .map(Placement::answer)
                        .call(answer -> received.change(unitOfWork, receiptId, answer))
                    : received.duplicateOf(unitOfWork, receiptId));
  }

  private Uni<MailAnswer> take(
      UnitOfWork unitOfWork, PreparedMail mail, boolean reusedMessageId, Cause cause) {
    return place(unitOfWork, mail, reusedMessageId, cause)
        .call(
            placement ->
                received.record(unitOfWork, mail.slip(), placement.answer(), reusedMessageId))
        .call(placement -> keepRaw(unitOfWork, mail.slip(), placement))
        .map(Placement::answer);
  }

  private Uni<Placement> place(
      UnitOfWork unitOfWork, PreparedMail mail, boolean reusedMessageId, Cause cause) {
    return switch (reusedMessageId ? mail.purpose().withReusedId() : mail.purpose()) {
      case Purpose.Place(MailMessage message) -> messages.place(unitOfWork, message, false, cause);
      case Purpose.PlaceReleased(MailMessage message) ->
          messages.place(unitOfWork, message, true, cause);
      case Purpose.Attach(MailMessage message, var reason) ->
          messages.attach(unitOfWork, message, reason, cause);
      case Purpose.Note note -> reports.note(unitOfWork, note, cause);
      case Purpose.Hold(String reason) ->
          Uni.createFrom().item(Placement.held(MailOutcome.QUARANTINED, reason));
    };
  }

  private Uni<Void> keepRaw(UnitOfWork unitOfWork, MailSlip slip, Placement placement) {
    if (slip.rawDigest() == null) {
      return Uni.createFrom().voidItem();
    }
    return quarantine
        .keepRaw(
            unitOfWork,
            slip.receiptId(),
            slip.rawDigest(),
            slip.receivedAt().plus(config.retention()))
        .chain(
            () ->
                placement.heldBack()
                    ? quarantine.hold(unitOfWork, entry(slip, placement.answer()))
                    : Uni.createFrom().voidItem());
  }

  private static QuarantineEntry entry(MailSlip slip, MailAnswer answer) {
    return new QuarantineEntry(
        slip.receiptId(),
        slip.receivedAt(),
        slip.mailbox().value(),
        slip.sender() == null ? null : slip.sender().value(),
        slip.subject(),
        slip.size(),
        answer.reason());
  }
}
