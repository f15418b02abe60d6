package io.casewire.intake.conversation;

import io.casewire.events.CaseStatus;
import io.casewire.events.envelope.Cause;
import io.casewire.kit.transaction.UnitOfWork;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;

/**
 * Takes what a customer writes on a case of his own. The case takes it if it can; else the case
 * that has taken it up already; else a new one that takes it up.
 */
@ApplicationScoped
public class CaseContinuation {

  private final CaseOpening opening;
  private final CaseAppending appending;
  private final ChatConversations chats;

  CaseContinuation(CaseOpening opening, CaseAppending appending, ChatConversations chats) {
    this.opening = opening;
    this.appending = appending;
    this.chats = chats;
  }

  /**
   * Gives the message its place, in the caller's transaction, which locks the case.
   *
   * @param caseId the case that the customer writes on; that he may is the caller's to know
   * @param ifEnded the message, and the case that is made of it if the other has ended; which case
   *     that one continues is filled in here
   * @return fails with an {@link IllegalStateException} if there is no such case
   */
  public Uni<PlacedMessage> take(UnitOfWork unitOfWork, UUID caseId, NewCase ifEnded, Cause cause) {
    IncomingMessage message = ifEnded.messageForOther();
    return CaseLocks.require(unitOfWork.session(), caseId)
        .chain(entity -> placeFor(unitOfWork, entity, message))
        .chain(
            place ->
                admits(place, message)
                    ? appending.append(unitOfWork, place, message, cause)
                    : open(unitOfWork, place, ifEnded, cause));
  }

  /**
   * The case that takes the message, starting at a locked one; or the last of its line, which does
   * not take it either. A later case has a higher id, so locks are still taken in their order.
   */
  static Uni<CaseEntity> placeFor(
      UnitOfWork unitOfWork, CaseEntity entity, IncomingMessage message) {
    return admits(entity, message) || entity.continuedBy == null
        ? Uni.createFrom().item(entity)
        : CaseLocks.require(unitOfWork.session(), entity.continuedBy)
            .chain(next -> placeFor(unitOfWork, next, message));
  }

  static boolean admits(CaseEntity entity, IncomingMessage message) {
    return Admission.admits(
        entity.status, entity.reopenUntil, message.automatic(), message.receivedAt());
  }

  /** The case that takes up an ended one; what was judged to be spam is hinted at only. */
  static NewCase takingUp(CaseEntity ended, NewCase newCase) {
    return ended.status == CaseStatus.SPAM
        ? newCase.possiblyRelatedTo(ended.id)
        : newCase.continuing(ended.id);
  }

  private Uni<PlacedMessage> open(
      UnitOfWork unitOfWork, CaseEntity ended, NewCase newCase, Cause cause) {
    ended.continuedBy = newCase.caseId();
    return opening
        .open(unitOfWork, takingUp(ended, newCase), ended, cause)
        .call(opened -> chats.goOn(unitOfWork, ended, opened))
        .map(OpenedCase::placedMessage);
  }
}
