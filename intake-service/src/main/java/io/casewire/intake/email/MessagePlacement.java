package io.casewire.intake.email;

import io.casewire.events.envelope.Cause;
import io.casewire.intake.conversation.CaseContinuation;
import io.casewire.intake.conversation.CaseOpening;
import io.casewire.intake.conversation.NewCase;
import io.casewire.intake.conversation.PlacedMessage;
import io.casewire.intake.correspondence.Participants;
import io.casewire.intake.correspondence.ThreadIds;
import io.casewire.intake.correspondence.ThreadIds.ThreadId;
import io.casewire.intake.mail.automatic.AutomaticReason;
import io.casewire.intake.mail.automatic.MailBurst;
import io.casewire.intake.mail.thread.AppendDecision;
import io.casewire.intake.mail.thread.AppendDecision.Append;
import io.casewire.intake.mail.thread.AppendDecision.Open;
import io.casewire.intake.mail.thread.AppendDecision.OpenContinuing;
import io.casewire.intake.mail.thread.AppendDecision.OpenPossiblyRelated;
import io.casewire.intake.mail.thread.AppendRule;
import io.casewire.kit.transaction.UnitOfWork;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Finds a mail's case, or opens one. */
@ApplicationScoped
class MessagePlacement {

  private final CaseReferences references;
  private final CaseOpening opening;
  private final CaseContinuation continuation;
  private final ThreadIds threadIds;
  private final Participants participants;
  private final ReceivedMails received;

  MessagePlacement(
      CaseReferences references,
      CaseOpening opening,
      CaseContinuation continuation,
      ThreadIds threadIds,
      Participants participants,
      ReceivedMails received) {
    this.references = references;
    this.opening = opening;
    this.continuation = continuation;
    this.threadIds = threadIds;
    this.participants = participants;
    this.received = received;
  }

  /** A person's mail: on its case, or a case of its own. */
  Uni<Placement> place(
      UnitOfWork unitOfWork, MailMessage message, boolean mayBeBurst, Cause cause) {
    return decide(unitOfWork, message)
        .chain(
            decision ->
                switch (decision) {
                  case Append(UUID caseId, var reason) ->
                      isBurst(unitOfWork, caseId, message, mayBeBurst)
                          .chain(
                              burst ->
                                  burst
                                      ? attach(
                                          unitOfWork, caseId, message, AutomaticReason.BURST, cause)
                                      : onCase(unitOfWork, caseId, message, reason, cause));
                  case OpenContinuing(UUID endedCaseId, var reason) ->
                      onCase(unitOfWork, endedCaseId, message, reason, cause);
                  case OpenPossiblyRelated(UUID related, var reason) ->
                      opened(unitOfWork, message, related, reason, cause);
                  case Open(var reason) -> opened(unitOfWork, message, null, reason, cause);
                });
  }

  /** A machine's mail: on its case, or held back. */
  Uni<Placement> attach(
      UnitOfWork unitOfWork, MailMessage message, AutomaticReason reason, Cause cause) {
    return decide(unitOfWork, message)
        .chain(
            decision ->
                switch (decision) {
                  case Append(UUID caseId, _) -> attach(unitOfWork, caseId, message, reason, cause);
                  case OpenContinuing(UUID endedCaseId, _) ->
                      attach(unitOfWork, endedCaseId, message, reason, cause);
                  case OpenPossiblyRelated _, Open _ ->
                      Uni.createFrom().item(Placement.held(MailOutcome.AUTO_REPLY, reason.code()));
                });
  }

  private Uni<AppendDecision> decide(UnitOfWork unitOfWork, MailMessage message) {
    return references
        .follow(unitOfWork, message.candidates())
        .map(found -> AppendRule.decide(found, message.authors(), message.receivedAt()));
  }

  private Uni<Boolean> isBurst(
      UnitOfWork unitOfWork, UUID caseId, MailMessage message, boolean mayBeBurst) {
    if (!mayBeBurst) {
      return Uni.createFrom().item(false);
    }
    return received
        .earlier(
            unitOfWork,
            caseId,
            message.authors().getFirst(),
            message.receivedAt(),
            MailBurst.WITHIN)
        .map(earlier -> MailBurst.isOneOf(earlier, message.receivedAt()));
  }

  private Uni<Placement> attach(
      UnitOfWork unitOfWork,
      UUID caseId,
      MailMessage message,
      AutomaticReason reason,
      Cause cause) {
    return take(unitOfWork, caseId, message.asCase(true, null), message, cause)
        .map(placed -> MailAnswer.of(MailOutcome.AUTO_REPLY, reason.code(), placed))
        .map(Placement::done);
  }

  private Uni<Placement> onCase(
      UnitOfWork unitOfWork,
      UUID caseId,
      MailMessage message,
      AppendDecision.Reason reason,
      Cause cause) {
    return take(unitOfWork, caseId, message.asCase(false, null), message, cause)
        .map(
            placed ->
                MailAnswer.of(
                    placed.opened() ? MailOutcome.OPENED : MailOutcome.APPENDED,
                    reason.code(),
                    placed))
        .map(Placement::done);
  }

  private Uni<PlacedMessage> take(
      UnitOfWork unitOfWork, UUID caseId, NewCase ifEnded, MailMessage message, Cause cause) {
    return continuation
        .take(unitOfWork, caseId, ifEnded, cause)
        .call(placed -> keep(unitOfWork, placed.caseId(), message));
  }

  private Uni<Placement> opened(
      UnitOfWork unitOfWork,
      MailMessage message,
      @Nullable UUID related,
      AppendDecision.Reason reason,
      Cause cause) {
    return opening
        .open(unitOfWork, message.asCase(false, related), cause)
        .call(opened -> keep(unitOfWork, opened.caseId(), message))
        .map(
            opened ->
                Placement.done(
                    new MailAnswer(
                        MailOutcome.OPENED,
                        reason.code(),
                        opened.caseId(),
                        opened.caseNumber(),
                        opened.messageId())));
  }

  private Uni<Void> keep(UnitOfWork unitOfWork, UUID caseId, MailMessage message) {
    return threadIds
        .add(unitOfWork, message.ids().stream().map(id -> new ThreadId(caseId, id)).toList())
        .chain(() -> participants.add(unitOfWork, caseId, message.authors()));
  }
}
