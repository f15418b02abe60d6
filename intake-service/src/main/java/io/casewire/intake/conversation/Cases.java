package io.casewire.intake.conversation;

import io.casewire.events.CaseStatus;
import io.casewire.events.envelope.Cause;
import io.casewire.kit.id.Ids;
import io.casewire.kit.outbox.Outbox;
import io.casewire.kit.problem.Problem;
import io.casewire.kit.transaction.UnitOfWork;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Opens cases, finds them and locks them. Several are locked in the order of their ids. A new case
 * is written with its first message and {@code case.opened}, in the caller's transaction.
 */
@ApplicationScoped
public class Cases {

  private static final Object[] NO_ROWS = {};

  private final Customers customers;
  private final ChatThreads chats;
  private final Outbox outbox;
  private final ThreadEntries entries;

  Cases(Customers customers, ChatThreads chats, Outbox outbox, ThreadEntries entries) {
    this.customers = customers;
    this.chats = chats;
    this.outbox = outbox;
    this.entries = entries;
  }

  /** The locked case; empty if there is none. */
  public Uni<Optional<LockedCase>> find(UnitOfWork unitOfWork, UUID caseId) {
    return unitOfWork
        .session()
        .find(CaseEntity.class, caseId, LockModeType.PESSIMISTIC_WRITE)
        .map(found -> Optional.ofNullable(found).map(row -> locked(unitOfWork, row)));
  }

  /** The locked case; fails with an {@link IllegalStateException} if there is none. */
  public Uni<LockedCase> lock(UnitOfWork unitOfWork, UUID caseId) {
    return find(unitOfWork, caseId)
        .map(found -> found.orElseThrow(() -> new IllegalStateException("no case " + caseId)));
  }

  /**
   * The locked case of a customer.
   *
   * @param idOrNumber the case's id or number, which must name the case of the customer's link
   * @return fails with a {@link Problem} 404 if it does not, or the link is not valid any more
   */
  public Uni<LockedCase> lock(UnitOfWork unitOfWork, String idOrNumber, Viewer.Customer customer) {
    return find(unitOfWork, customer.caseId())
        .map(
            found ->
                found
                    .filter(theCase -> CaseAccess.isOf(theCase.row(), customer))
                    .filter(theCase -> theCase.row().isNamed(idOrNumber))
                    .orElseThrow(Problem::notFound));
  }

  /** Those of the cases that exist, locked. */
  Uni<Map<UUID, LockedCase>> lockAll(UnitOfWork unitOfWork, Collection<UUID> ids) {
    return unitOfWork
        .session()
        .createSelectionQuery("from CaseEntity where id in (?1) order by id", CaseEntity.class)
        .setParameter(1, Set.copyOf(ids))
        .setLockMode(LockModeType.PESSIMISTIC_WRITE)
        .getResultList()
        .map(
            rows ->
                rows.stream()
                    .map(row -> locked(unitOfWork, row))
                    .collect(Collectors.toMap(LockedCase::caseId, Function.identity())));
  }

  /** Opens a case. */
  public Uni<OpenedCase> open(UnitOfWork unitOfWork, MessageDraft draft, Cause cause) {
    return openLocked(unitOfWork, draft, cause).map(opened -> opened(opened, draft));
  }

  /** Opens the first case of a chat session. */
  public Uni<PlacedMessage> openInChat(
      UnitOfWork unitOfWork, UUID sessionId, MessageDraft draft, Cause cause) {
    return openLocked(unitOfWork, draft, cause)
        .call(opened -> chats.begin(opened, draft, sessionId))
        .map(opened -> opened(opened, draft).placedMessage());
  }

  private Uni<LockedCase> openLocked(UnitOfWork unitOfWork, MessageDraft draft, Cause cause) {
    CaseEntity row = row(draft, null);
    LockedCase opened = locked(unitOfWork, row);
    return customers
        .assign(unitOfWork, draft.sender(), row)
        .chain(() -> opened.open(rows(opened, draft, null), draft, cause))
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
    CaseEntity row = row(draft, spam ? null : ended.caseId());
    LockedCase opened = locked(ended.unitOfWork(), row);
    return customers
        .assign(ended.unitOfWork(), draft.sender(), row, ended.row().customerId)
        .chain(() -> opened.open(rows(opened, draft, moved), draft, cause))
        .invoke(() -> ended.row().continuedBy = row.id)
        .chain(() -> chats.goOn(ended, opened, draft))
        .replaceWith(() -> opened(opened, draft).placedMessage());
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

  private static CaseEntity row(MessageDraft draft, @Nullable UUID continuesCaseId) {
    CaseEntity row = new CaseEntity(Ids.next());
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

  private LockedCase locked(UnitOfWork unitOfWork, CaseEntity row) {
    return new LockedCase(unitOfWork, row, outbox, entries);
  }
}
