package io.casewire.intake.conversation;

import io.casewire.events.MessageMoved;
import io.casewire.events.MessageRefused;
import io.casewire.events.Publication;
import io.casewire.events.envelope.Cause;
import io.casewire.intake.classification.PriorityRule;
import io.casewire.kit.id.Ids;
import io.casewire.kit.outbox.Outbox;
import io.casewire.kit.transaction.UnitOfWork;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.hibernate.reactive.mutiny.Mutiny;
import org.jspecify.annotations.Nullable;

/**
 * Finds another case for a message that routing could not take any more, because its case ended
 * while the message was under way: the case it names, the one that has taken up this one already,
 * or a new one. So every message that was accepted has its effect.
 */
@ApplicationScoped
class MessageMoves {

  /** The category stands as staff left it on the case that ended. */
  private static final double CERTAIN = 1;

  private final CaseOpening opening;
  private final CaseAppending appending;
  private final ChatConversations chats;
  private final Outbox outbox;

  MessageMoves(
      CaseOpening opening, CaseAppending appending, ChatConversations chats, Outbox outbox) {
    this.opening = opening;
    this.appending = appending;
    this.chats = chats;
    this.outbox = outbox;
  }

  /**
   * Moves the message, unless it has left the case already.
   *
   * @param from the locked case that could not take it
   */
  Uni<Void> move(UnitOfWork unitOfWork, CaseEntity from, MessageRefused refused, Cause cause) {
    return unitOfWork
        .session()
        .find(MessageEntity.class, refused.messageId())
        .onItem()
        .ifNull()
        .failWith(() -> new IllegalStateException("no message " + refused.messageId()))
        .chain(
            row ->
                row.caseId.equals(from.id)
                    ? place(unitOfWork, from, row, refused, cause)
                    : Uni.createFrom().voidItem());
  }

  private Uni<Void> place(
      UnitOfWork unitOfWork,
      CaseEntity from,
      MessageEntity row,
      MessageRefused refused,
      Cause cause) {
    return read(unitOfWork.session(), row)
        .chain(
            message ->
                target(unitOfWork, from, refused, message)
                    .chain(
                        target ->
                            target == null
                                ? open(unitOfWork, from, row, message, cause)
                                : appending.adopt(unitOfWork, target, row, message, cause)))
        .chain(placed -> publish(unitOfWork, from, placed, refused, cause));
  }

  private static Uni<IncomingMessage> read(Mutiny.Session session, MessageEntity row) {
    return session
        .createSelectionQuery(
            "from AttachmentEntity where messageId = ?1 order by place", AttachmentEntity.class)
        .setParameter(1, row.id)
        .getResultList()
        .map(files -> MessageRows.read(row, files));
  }

  /**
   * Routing knows better than our copy that {@code from} takes nothing: the search starts after it.
   */
  private static Uni<@Nullable CaseEntity> target(
      UnitOfWork unitOfWork, CaseEntity from, MessageRefused refused, IncomingMessage message) {
    Mutiny.Session session = unitOfWork.session();
    if (refused.intoCaseId() != null) {
      return CaseLocks.require(session, refused.intoCaseId());
    }
    if (from.continuedBy == null) {
      return Uni.createFrom().nullItem();
    }
    return CaseLocks.require(session, from.continuedBy)
        .chain(next -> CaseContinuation.placeFor(unitOfWork, next, message))
        .map(last -> CaseContinuation.admits(last, message) ? last : null);
  }

  private Uni<PlacedMessage> open(
      UnitOfWork unitOfWork,
      CaseEntity from,
      MessageEntity row,
      IncomingMessage message,
      Cause cause) {
    NewCase newCase =
        new NewCase(
            Ids.next(),
            message,
            from.category,
            CERTAIN,
            PriorityRule.atOpening(from.category),
            from.assurance,
            message.marks().transactionRef() == null
                ? from.transactionRef
                : message.marks().transactionRef(),
            null,
            message.marks().possiblyRelatedCaseId());
    from.continuedBy = newCase.caseId();
    return opening
        .adopt(unitOfWork, CaseContinuation.takingUp(from, newCase), from, row, cause)
        .call(opened -> chats.goOn(unitOfWork, from, opened))
        .map(OpenedCase::placedMessage);
  }

  private Uni<Void> publish(
      UnitOfWork unitOfWork,
      CaseEntity from,
      PlacedMessage placed,
      MessageRefused refused,
      Cause cause) {
    MessageMoved moved =
        new MessageMoved(from.id, placed.messageId(), placed.caseId(), refused.at());
    return outbox.append(
        unitOfWork,
        List.of(
            Publication.of(
                moved,
                from.customerId,
                Ids.next(),
                from.nextEventSequence(),
                refused.at(),
                cause)));
  }
}
