package io.casewire.intake.conversation;

import io.casewire.events.MessageMoved;
import io.casewire.events.MessageRefused;
import io.casewire.events.envelope.Cause;
import io.casewire.kit.transaction.UnitOfWork;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import org.jspecify.annotations.Nullable;

/**
 * Finds the case that takes a customer's message on an existing case: that case if it can, else the
 * case that continues it already, else a new one. The same holds for a message that routing has
 * refused because its case ended meanwhile, so that every accepted message has its effect.
 */
@ApplicationScoped
public class CaseContinuation {

  private final Cases cases;

  CaseContinuation(Cases cases) {
    this.cases = cases;
  }

  /** Gives the message its place, on this case or on one that continues it. */
  public Uni<PlacedMessage> take(LockedCase theCase, MessageDraft draft, Cause cause) {
    return placeFor(theCase, draft)
        .chain(
            place ->
                admits(place, draft)
                    ? place.append(draft, cause)
                    : cases.continuing(place, draft, null, cause));
  }

  /**
   * The case that takes the message; or the last one in the line of continuations, if that does not
   * take it either. A later case has a higher id, so locks are still taken in their order.
   */
  private Uni<LockedCase> placeFor(LockedCase theCase, MessageDraft draft) {
    return admits(theCase, draft) || theCase.row().continuedBy == null
        ? Uni.createFrom().item(theCase)
        : cases
            .lock(theCase.unitOfWork(), theCase.row().continuedBy)
            .chain(next -> placeFor(next, draft));
  }

  private static boolean admits(LockedCase theCase, MessageDraft draft) {
    return theCase.row().admits(draft.automatic(), draft.receivedAt());
  }

  /**
   * Moves a message that routing has refused, unless it has left the case already.
   *
   * @param from the case that could not take it
   */
  Uni<Void> move(LockedCase from, MessageRefused refused, Cause cause) {
    return from.unitOfWork()
        .session()
        .find(MessageEntity.class, refused.messageId())
        .onItem()
        .ifNull()
        .failWith(() -> new IllegalStateException("no message " + refused.messageId()))
        .chain(
            message ->
                message.caseId.equals(from.caseId())
                    ? move(from, message, refused, cause)
                    : Uni.createFrom().voidItem());
  }

  private Uni<Void> move(
      LockedCase from, MessageEntity message, MessageRefused refused, Cause cause) {
    return draft(message, from)
        .chain(
            draft ->
                target(from, refused, draft)
                    .chain(
                        target ->
                            target == null
                                ? cases.continuing(from, about(draft, from), message, cause)
                                : target.adopt(message, draft, cause)))
        .chain(
            placed ->
                from.publish(
                    new MessageMoved(
                        from.caseId(), placed.messageId(), placed.caseId(), refused.at()),
                    refused.at(),
                    cause));
  }

  /** The message is about the payment of its case, unless it names another one. */
  private static MessageDraft about(MessageDraft draft, LockedCase from) {
    return draft.transactionRef() == null
        ? draft.change().transactionRef(from.row().transactionRef).build()
        : draft;
  }

  private static Uni<MessageDraft> draft(MessageEntity message, LockedCase from) {
    return from.unitOfWork()
        .session()
        .createSelectionQuery(
            "from AttachmentEntity where messageId = ?1 order by place", AttachmentEntity.class)
        .setParameter(1, message.id)
        .getResultList()
        .map(files -> message.draft(files, from.row()));
  }

  /** The search starts after {@code from}: routing knows that {@code from} takes nothing. */
  private Uni<@Nullable LockedCase> target(
      LockedCase from, MessageRefused refused, MessageDraft draft) {
    UnitOfWork unitOfWork = from.unitOfWork();
    if (refused.intoCaseId() != null) {
      return cases.lock(unitOfWork, refused.intoCaseId());
    }
    if (from.row().continuedBy == null) {
      return Uni.createFrom().nullItem();
    }
    return cases
        .lock(unitOfWork, from.row().continuedBy)
        .chain(next -> placeFor(next, draft))
        .map(last -> admits(last, draft) ? last : null);
  }
}
