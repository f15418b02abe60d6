package io.casewire.intake.conversation;

import io.casewire.events.CaseOpened;
import io.casewire.events.CaseStatus;
import io.casewire.events.Publication;
import io.casewire.events.envelope.Cause;
import io.casewire.kit.id.Ids;
import io.casewire.kit.outbox.Outbox;
import io.casewire.kit.transaction.UnitOfWork;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.function.Function;
import org.hibernate.reactive.mutiny.Mutiny;

/** Turns a first message into a case: rows and {@code case.opened}, in one transaction. */
@ApplicationScoped
public class CaseOpening {

  static final long FIRST = 1;

  private final Customers customers;
  private final Outbox outbox;

  CaseOpening(Customers customers, Outbox outbox) {
    this.customers = customers;
    this.outbox = outbox;
  }

  /** Opens the case in the caller's transaction. */
  public Uni<OpenedCase> open(UnitOfWork unitOfWork, NewCase newCase, Cause cause) {
    return customers
        .register(unitOfWork, newCase.firstMessage().sender())
        .chain(registration -> open(unitOfWork, newCase, registration, cause));
  }

  /** Opens it for the customer of the case that it takes up. */
  Uni<OpenedCase> open(UnitOfWork unitOfWork, NewCase newCase, CaseEntity ended, Cause cause) {
    return customers
        .again(unitOfWork, newCase.firstMessage().sender(), ended.customerId)
        .chain(registration -> open(unitOfWork, newCase, registration, cause));
  }

  private Uni<OpenedCase> open(
      UnitOfWork unitOfWork, NewCase newCase, Customers.Registration registration, Cause cause) {
    Mutiny.Session session = unitOfWork.session();
    return open(
        unitOfWork,
        newCase,
        registration,
        cause,
        entity -> session.persistAll(MessageRows.of(entity.id, FIRST, newCase.firstMessage())));
  }

  /** Opens it with a message that another case could not take; its rows are there already. */
  Uni<OpenedCase> adopt(
      UnitOfWork unitOfWork, NewCase newCase, CaseEntity ended, MessageEntity row, Cause cause) {
    return customers
        .again(unitOfWork, newCase.firstMessage().sender(), ended.customerId)
        .chain(
            registration ->
                open(
                    unitOfWork,
                    newCase,
                    registration,
                    cause,
                    entity -> {
                      row.caseId = entity.id;
                      row.position = FIRST;
                      return Uni.createFrom().voidItem();
                    }));
  }

  private Uni<OpenedCase> open(
      UnitOfWork unitOfWork,
      NewCase newCase,
      Customers.Registration registration,
      Cause cause,
      Function<CaseEntity, Uni<Void>> placeMessage) {
    return Uni.createFrom()
        .item(() -> entity(newCase, registration))
        .call(entity -> unitOfWork.session().persist(entity))
        .call(entity -> placeMessage.apply(entity))
        .call(() -> unitOfWork.session().flush())
        .call(entity -> publish(unitOfWork, entity, newCase, cause))
        .map(entity -> opened(entity, newCase));
  }

  private static OpenedCase opened(CaseEntity entity, NewCase newCase) {
    return new OpenedCase(
        entity.id,
        entity.caseNumber,
        newCase.firstMessage().messageId(),
        entity.openedAt,
        entity.linkGeneration);
  }

  private static CaseEntity entity(NewCase newCase, Customers.Registration registration) {
    IncomingMessage message = newCase.firstMessage();
    CaseEntity entity = new CaseEntity(newCase.caseId());
    entity.caseNumber = registration.nextCaseNumber();
    entity.customerId = registration.customerId();
    entity.customerAddress = message.sender().address();
    entity.channel = message.channel();
    entity.status = CaseStatus.OPEN;
    entity.subject = message.subject() == null ? "" : message.subject();
    entity.category = newCase.category();
    entity.language = message.language();
    entity.locale = message.sender().locale();
    entity.assurance = newCase.assurance();
    entity.transactionRef = newCase.transactionRef();
    entity.openedAt = message.receivedAt();
    entity.continuesCaseId = newCase.continuesCaseId();
    entity.lastPosition = FIRST;
    entity.eventSequence = FIRST;
    return entity;
  }

  private Uni<Void> publish(
      UnitOfWork unitOfWork, CaseEntity entity, NewCase newCase, Cause cause) {
    IncomingMessage message = newCase.firstMessage();
    CaseOpened opened =
        new CaseOpened(
            entity.id,
            entity.caseNumber,
            message.messageId(),
            FIRST,
            message.channel(),
            message.receivedAt(),
            message.effectiveAt(),
            message.automatic(),
            message.rfcMessageId(),
            message.references(),
            message.files().stream().map(StoredFile::onTheWire).toList(),
            message.language(),
            message.sender().locale(),
            entity.customerId,
            newCase.priority(),
            newCase.category(),
            newCase.confidence(),
            newCase.assurance(),
            newCase.transactionRef(),
            newCase.continuesCaseId(),
            newCase.possiblyRelatedCaseId(),
            message.marks().messageIdReusedOnTheWire(),
            message.marks().noAutoReply(),
            MessageRows.personal(message));
    return outbox.append(
        unitOfWork,
        List.of(
            Publication.of(
                opened, entity.customerId, Ids.next(), FIRST, message.receivedAt(), cause)));
  }
}
