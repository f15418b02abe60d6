package io.casewire.intake.conversation;

import io.casewire.events.CustomerMessageReceived;
import io.casewire.events.Publication;
import io.casewire.events.envelope.Cause;
import io.casewire.kit.id.Ids;
import io.casewire.kit.outbox.Outbox;
import io.casewire.kit.transaction.UnitOfWork;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Adds a customer's message to a case: rows and {@code case.customer-message-received}, in one
 * transaction.
 */
@ApplicationScoped
public class CaseAppending {

  private final Outbox outbox;
  private final ThreadEntries entries;

  CaseAppending(Outbox outbox, ThreadEntries entries) {
    this.outbox = outbox;
    this.entries = entries;
  }

  /**
   * Locks the case and adds the message, however the case stands. Whether it may be added is
   * decided by the caller, or by {@link CaseContinuation}.
   *
   * @return fails with an {@link IllegalStateException} if there is no such case
   */
  public Uni<PlacedMessage> append(
      UnitOfWork unitOfWork, UUID caseId, IncomingMessage message, Cause cause) {
    return CaseLocks.require(unitOfWork.session(), caseId)
        .chain(entity -> append(unitOfWork, entity, message, cause));
  }

  /** As {@link #append(UnitOfWork, UUID, IncomingMessage, Cause)}, on a case locked already. */
  Uni<PlacedMessage> append(
      UnitOfWork unitOfWork, CaseEntity entity, IncomingMessage message, Cause cause) {
    long position = entity.nextPosition();
    if (entity.customerAddress == null) {
      // A chat visitor may say later who he is.
      entity.customerAddress = message.sender().address();
    }
    return unitOfWork
        .session()
        .persistAll(MessageRows.of(entity.id, position, message))
        .chain(() -> publish(unitOfWork, entity, position, message, null, cause));
  }

  /** Takes over a message that another case could not take; its rows are there already. */
  Uni<PlacedMessage> adopt(
      UnitOfWork unitOfWork,
      CaseEntity entity,
      MessageEntity row,
      IncomingMessage message,
      Cause cause) {
    UUID movedFrom = row.caseId;
    row.caseId = entity.id;
    row.position = entity.nextPosition();
    return publish(unitOfWork, entity, row.position, message, movedFrom, cause);
  }

  private Uni<PlacedMessage> publish(
      UnitOfWork unitOfWork,
      CaseEntity entity,
      long position,
      IncomingMessage message,
      @Nullable UUID movedFrom,
      Cause cause) {
    CustomerMessageReceived received =
        new CustomerMessageReceived(
            entity.id,
            entity.caseNumber,
            message.messageId(),
            position,
            message.channel(),
            message.receivedAt(),
            notBefore(entity.openedAt, message.effectiveAt()),
            message.automatic(),
            message.rfcMessageId(),
            message.references(),
            message.files().stream().map(StoredFile::onTheWire).toList(),
            message.language(),
            message.sender().locale(),
            movedFrom,
            message.marks().transactionRef(),
            message.marks().possiblyRelatedCaseId(),
            message.marks().messageIdReusedOnTheWire(),
            message.marks().noAutoReply(),
            MessageRows.personal(message));
    return unitOfWork
        .session()
        .flush()
        .chain(
            () ->
                outbox.append(
                    unitOfWork,
                    List.of(
                        Publication.of(
                            received,
                            entity.customerId,
                            Ids.next(),
                            entity.nextEventSequence(),
                            message.receivedAt(),
                            cause))))
        .invoke(() -> entries.add(unitOfWork, entity, message.messageId()))
        .replaceWith(
            new PlacedMessage(entity.id, entity.caseNumber, message.messageId(), position, false));
  }

  private static Instant notBefore(Instant earliest, Instant instant) {
    return instant.isBefore(earliest) ? earliest : instant;
  }
}
