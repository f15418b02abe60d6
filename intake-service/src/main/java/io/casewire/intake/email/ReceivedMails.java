package io.casewire.intake.email;

import io.casewire.intake.mail.ContentHash;
import io.casewire.intake.mail.thread.Arrival;
import io.casewire.kit.mail.EmailAddress;
import io.casewire.kit.transaction.UnitOfWork;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The notes of every mail that came: what became of it and why. */
@ApplicationScoped
class ReceivedMails {

  private static final String LOCK =
      "select cast(pg_advisory_xact_lock(hashtextextended(?1, 0)) as text)";

  /** However many mails came under the id, three look-ups by the key find those that decide. */
  private static final String COPIES =
      """
      (select mailbox, content_hash, id from received_mail
       where rfc_message_id = ?1 and content_hash = ?2 and mailbox = ?3)
      union all
      (select mailbox, content_hash, id from received_mail
       where rfc_message_id = ?1 and content_hash = ?2 order by received_at limit 1)
      union all
      (select mailbox, content_hash, id from received_mail where rfc_message_id = ?1 limit 1)
      """;

  private static final String RECORD =
      """
      insert into received_mail (id, mailbox, rfc_message_id, content_hash, sender, received_at,
                                 outcome, reason, reused_message_id, case_id, message_id)
      values (?1, ?2, ?3, ?4, cast(?5 as text), cast(cast(?6 as text) as timestamptz),
              ?7, ?8, ?9, cast(cast(?10 as text) as uuid), cast(cast(?11 as text) as uuid))
      """;

  private static final String RECORD_COPY =
      """
      insert into received_mail (id, mailbox, rfc_message_id, content_hash, sender, received_at,
                                 outcome, reason, reused_message_id, case_id, message_id)
      select ?1, ?2, rfc_message_id, content_hash, sender, cast(cast(?3 as text) as timestamptz),
             'duplicate', reason, reused_message_id, case_id, message_id
      from received_mail where id = ?4
      """;

  private static final String CHANGE =
      """
      update received_mail
      set outcome = ?2, reason = ?3, case_id = cast(cast(?4 as text) as uuid),
          message_id = cast(cast(?5 as text) as uuid)
      where id = ?1
      """;

  private static final String ANSWER =
      """
      select mail.reason, mail.case_id, customer_case.case_number, mail.message_id
      from received_mail mail left join customer_case on customer_case.id = mail.case_id
      where mail.id = ?1
      """;

  private static final String HAS_USED_ID =
      "select reused_message_id from received_mail where id = ?1";

  /**
   * The earlier mails that tell whether this one was here before: the same mail from the same
   * mailbox, the same mail from any, any under its Message-ID. Until the end of the transaction no
   * other transaction looks for the same id, so of copies at once the second sees the first.
   */
  Uni<List<Arrival.Copy>> copies(UnitOfWork unitOfWork, MailSlip slip) {
    return unitOfWork
        .session()
        .createNativeQuery(LOCK, String.class)
        .setParameter(1, slip.messageId().value())
        .getSingleResultOrNull()
        .chain(
            () ->
                unitOfWork
                    .session()
                    .createNativeQuery(COPIES, Object[].class)
                    .setParameter(1, slip.messageId().value())
                    .setParameter(2, slip.content().hex())
                    .setParameter(3, slip.mailbox().value())
                    .getResultList())
        .map(rows -> rows.stream().map(ReceivedMails::copy).toList());
  }

  /** Notes a mail. */
  Uni<Void> record(
      UnitOfWork unitOfWork, MailSlip slip, MailAnswer answer, boolean reusedMessageId) {
    return unitOfWork
        .session()
        .createNativeQuery(RECORD)
        .setParameter(1, slip.receiptId())
        .setParameter(2, slip.mailbox().value())
        .setParameter(3, slip.messageId().value())
        .setParameter(4, slip.content().hex())
        .setParameter(5, slip.sender() == null ? null : slip.sender().value())
        .setParameter(6, slip.receivedAt().toString())
        .setParameter(7, answer.outcome().code())
        .setParameter(8, answer.reason())
        .setParameter(9, reusedMessageId)
        .setParameter(10, text(answer.caseId()))
        .setParameter(11, text(answer.messageId()))
        .executeUpdate()
        .replaceWithVoid();
  }

  /** Notes that a mail also came to another mailbox. */
  Uni<Void> recordCopy(UnitOfWork unitOfWork, MailSlip slip, UUID firstReceiptId) {
    return unitOfWork
        .session()
        .createNativeQuery(RECORD_COPY)
        .setParameter(1, slip.receiptId())
        .setParameter(2, slip.mailbox().value())
        .setParameter(3, slip.receivedAt().toString())
        .setParameter(4, firstReceiptId)
        .executeUpdate()
        .replaceWithVoid();
  }

  /** Notes what became of a mail that was held back. */
  Uni<Void> change(UnitOfWork unitOfWork, UUID receiptId, MailAnswer answer) {
    return unitOfWork
        .session()
        .createNativeQuery(CHANGE)
        .setParameter(1, receiptId)
        .setParameter(2, answer.outcome().code())
        .setParameter(3, answer.reason())
        .setParameter(4, text(answer.caseId()))
        .setParameter(5, text(answer.messageId()))
        .executeUpdate()
        .replaceWithVoid();
  }

  /** The answer for a mail that was here before: the ids of its first copy. */
  Uni<MailAnswer> duplicateOf(UnitOfWork unitOfWork, UUID receiptId) {
    return unitOfWork
        .session()
        .createNativeQuery(ANSWER, Object[].class)
        .setParameter(1, receiptId)
        .getSingleResult()
        .map(
            row ->
                new MailAnswer(
                    MailOutcome.DUPLICATE,
                    (String) row[0],
                    (UUID) row[1],
                    (String) row[2],
                    (UUID) row[3]));
  }

  /** Whether another mail had come under the Message-ID of this one. */
  Uni<Boolean> hasUsedMessageId(UnitOfWork unitOfWork, UUID receiptId) {
    return unitOfWork
        .session()
        .createNativeQuery(HAS_USED_ID, Boolean.class)
        .setParameter(1, receiptId)
        .getSingleResult();
  }

  private static Arrival.Copy copy(Object[] row) {
    return new Arrival.Copy(
        new EmailAddress((String) row[0]), new ContentHash((String) row[1]), (UUID) row[2]);
  }

  private static @Nullable String text(@Nullable UUID id) {
    return id == null ? null : id.toString();
  }
}
