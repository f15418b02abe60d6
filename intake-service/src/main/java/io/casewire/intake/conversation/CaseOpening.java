package io.casewire.intake.conversation;

import io.casewire.events.CaseStatus;
import io.casewire.events.envelope.Cause;
import io.casewire.kit.id.Ids;
import io.casewire.kit.transaction.UnitOfWork;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Turns a first message into a case: rows and {@code case.opened}, in one transaction. */
@ApplicationScoped
public class CaseOpening {

  private static final Object[] NO_ROWS = {};

  private final Customers customers;
  private final Cases cases;
  private final ChatThreads chats;

  CaseOpening(Customers customers, Cases cases, ChatThreads chats) {
    this.customers = customers;
    this.cases = cases;
    this.chats = chats;
  }

  /** Opens the case in the caller's transaction. */
  public Uni<OpenedCase> open(UnitOfWork unitOfWork, MessageDraft draft, Cause cause) {
    return customers
        .register(unitOfWork, draft.sender())
        .chain(customer -> open(unitOfWork, draft, customer, cause))
        .map(opened -> opened(opened, draft));
  }

  /** Opens the first case of a chat session. */
  public Uni<PlacedMessage> openInChat(
      UnitOfWork unitOfWork, UUID sessionId, MessageDraft draft, Cause cause) {
    return customers
        .register(unitOfWork, draft.sender())
        .chain(customer -> open(unitOfWork, draft, customer, cause))
        .call(opened -> chats.begin(opened, draft, sessionId))
        .map(opened -> opened(opened, draft).placedMessage());
  }

  private Uni<LockedCase> open(
      UnitOfWork unitOfWork, MessageDraft draft, Customers.Registration customer, Cause cause) {
    LockedCase opened = cases.locked(unitOfWork, row(draft, customer, null));
    return opened
        .open(MessageEntity.rows(opened.caseId(), CaseEntity.FIRST, draft), draft, cause)
        .replaceWith(opened);
  }

  /**
   * Opens the case that continues an ended one, for the same customer. A case that was judged to be
   * spam is no more than a hint.
   *
   * @param moved the row of the message, if the ended case had taken it
   */
  Uni<PlacedMessage> continuing(
      LockedCase ended, MessageDraft message, @Nullable MessageEntity moved, Cause cause) {
    boolean spam = ended.status() == CaseStatus.SPAM;
    MessageDraft draft =
        spam ? message.change().possiblyRelatedTo(ended.caseId()).build() : message;
    UnitOfWork unitOfWork = ended.unitOfWork();
    return customers
        .again(unitOfWork, draft.sender(), ended.row().customerId)
        .map(customer -> row(draft, customer, spam ? null : ended.caseId()))
        .map(row -> cases.locked(unitOfWork, row))
        .call(opened -> opened.open(rows(opened, draft, moved), draft, cause))
        .invoke(opened -> ended.row().continuedBy = opened.caseId())
        .call(opened -> chats.goOn(ended, opened, draft))
        .map(opened -> opened(opened, draft).placedMessage());
  }

  private static Object[] rows(
      LockedCase opened, MessageDraft draft, @Nullable MessageEntity moved) {
    if (moved == null) {
      return MessageEntity.rows(opened.caseId(), CaseEntity.FIRST, draft);
    }
    moved.caseId = opened.caseId();
    moved.position = CaseEntity.FIRST;
    return NO_ROWS;
  }

  private static CaseEntity row(
      MessageDraft draft, Customers.Registration customer, @Nullable UUID continuesCaseId) {
    CaseEntity row = new CaseEntity(Ids.next());
    row.caseNumber = customer.nextCaseNumber();
    row.customerId = customer.customerId();
    row.customerAddress = draft.sender().address();
    row.channel = draft.channel();
    row.status = CaseStatus.OPEN;
    row.subject = draft.content().subject() == null ? "" : draft.content().subject();
    row.category = draft.content().category();
    row.language = draft.content().language();
    row.locale = draft.sender().locale();
    row.assurance = draft.assurance();
    row.transactionRef = draft.transactionRef();
    row.openedAt = draft.receivedAt();
    row.continuesCaseId = continuesCaseId;
    row.lastPosition = CaseEntity.FIRST;
    return row;
  }

  private static OpenedCase opened(LockedCase opened, MessageDraft draft) {
    return new OpenedCase(
        opened.caseId(),
        opened.caseNumber(),
        draft.messageId(),
        opened.row().openedAt,
        opened.row().linkGeneration);
  }
}
