package io.casewire.intake.email;

import io.casewire.events.envelope.Cause;
import io.casewire.intake.conversation.CaseContinuation;
import io.casewire.intake.conversation.Cases;
import io.casewire.intake.conversation.EarlierTexts;
import io.casewire.intake.conversation.MessageDraft;
import io.casewire.intake.conversation.PlacedMessage;
import io.casewire.intake.conversation.StaffDirectory;
import io.casewire.intake.correspondence.Participants;
import io.casewire.intake.correspondence.ThreadIds;
import io.casewire.intake.correspondence.ThreadIds.ThreadId;
import io.casewire.intake.mail.automatic.AutomaticReason;
import io.casewire.intake.mail.automatic.LookAlikes;
import io.casewire.intake.mail.thread.AppendDecision;
import io.casewire.intake.mail.thread.AppendDecision.Append;
import io.casewire.intake.mail.thread.AppendDecision.Open;
import io.casewire.intake.mail.thread.AppendDecision.OpenContinuing;
import io.casewire.intake.mail.thread.AppendDecision.OpenPossiblyRelated;
import io.casewire.intake.mail.thread.AppendRule;
import io.casewire.kit.mail.EmailAddress;
import io.casewire.kit.transaction.UnitOfWork;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Finds a mail's case, or opens one. */
@ApplicationScoped
class MessagePlacement {

  /** Longer than a machine takes to answer our answer to it. */
  private static final Duration LATELY = Duration.ofDays(1);

  private final CaseReferences references;
  private final Cases cases;
  private final CaseContinuation continuation;
  private final ThreadIds threadIds;
  private final Participants participants;
  private final StaffDirectory staff;
  private final EarlierTexts earlier;

  MessagePlacement(
      CaseReferences references,
      Cases cases,
      CaseContinuation continuation,
      ThreadIds threadIds,
      Participants participants,
      StaffDirectory staff,
      EarlierTexts earlier) {
    this.references = references;
    this.cases = cases;
    this.continuation = continuation;
    this.threadIds = threadIds;
    this.participants = participants;
    this.staff = staff;
    this.earlier = earlier;
  }

  /**
   * A person's mail: on its case, or a case of its own.
   *
   * @param vouchedFor whether one of the staff has let it go, whatever it looks like
   * @return fails with a {@link StaffMailException} for the mail of an agent that belongs to no
   *     case of which he is a participant
   */
  Uni<Placement> place(
      UnitOfWork unitOfWork, MailMessage message, boolean vouchedFor, Cause cause) {
    return decide(unitOfWork, message)
        .call(decision -> refuseStaff(unitOfWork, message, vouchedFor, decision))
        .chain(
            decision ->
                suspicion(unitOfWork, message, vouchedFor, decision)
                    .map(message::suspected)
                    .chain(suspected -> carryOut(unitOfWork, decision, suspected, cause)));
  }

  private Uni<Placement> carryOut(
      UnitOfWork unitOfWork, AppendDecision decision, MailMessage message, Cause cause) {
    return switch (decision) {
      case Append(UUID caseId, var alsoNamed, var reason) ->
          onCase(unitOfWork, caseId, message, alsoNamed, reason, cause);
      case OpenContinuing(UUID endedCaseId, var reason) ->
          onCase(unitOfWork, endedCaseId, message, null, reason, cause);
      case OpenPossiblyRelated(UUID related, var reason) ->
          opened(unitOfWork, message, related, reason, cause);
      case Open(var reason) -> opened(unitOfWork, message, null, reason, cause);
    };
  }

  private Uni<?> refuseStaff(
      UnitOfWork unitOfWork, MailMessage message, boolean vouchedFor, AppendDecision decision) {
    boolean ofParticipant = decision instanceof Append || decision instanceof OpenContinuing;
    if (vouchedFor || ofParticipant) {
      return Uni.createFrom().voidItem();
    }
    return staff
        .includes(unitOfWork, message.authors())
        .invoke(
            fromStaff -> {
              if (fromStaff) {
                throw new StaffMailException();
              }
            });
  }

  /** Whether it looks like a machine's, compared with what else its sender wrote. */
  private Uni<Boolean> suspicion(
      UnitOfWork unitOfWork, MailMessage message, boolean vouchedFor, AppendDecision decision) {
    if (vouchedFor || message.authors().isEmpty()) {
      return Uni.createFrom().item(false);
    }
    EmailAddress sender = message.authors().getFirst();
    Uni<List<String>> texts =
        decision instanceof Append append
            ? earlier.onCase(unitOfWork, append.caseId(), sender)
            : earlier.ofOpenedCases(unitOfWork, sender, message.draft().receivedAt().minus(LATELY));
    return texts.map(found -> LookAlikes.areTooMany(message.draft().content().text(), found));
  }

  /** A machine's mail: on its case, or held back. */
  Uni<Placement> attach(
      UnitOfWork unitOfWork, MailMessage message, AutomaticReason reason, Cause cause) {
    return decide(unitOfWork, message)
        .chain(
            decision ->
                switch (decision) {
                  case Append(UUID caseId, _, _) ->
                      attach(unitOfWork, caseId, message, reason, cause);
                  case OpenContinuing(UUID endedCaseId, _) ->
                      attach(unitOfWork, endedCaseId, message, reason, cause);
                  case OpenPossiblyRelated _, Open _ ->
                      Uni.createFrom().item(Placement.held(MailOutcome.AUTO_REPLY, reason.code()));
                });
  }

  private Uni<AppendDecision> decide(UnitOfWork unitOfWork, MailMessage message) {
    return references
        .follow(unitOfWork, message.candidates())
        .map(found -> AppendRule.decide(found, message.authors(), message.draft().receivedAt()));
  }

  private Uni<Placement> attach(
      UnitOfWork unitOfWork,
      UUID caseId,
      MailMessage message,
      AutomaticReason reason,
      Cause cause) {
    return take(unitOfWork, caseId, message.draft(true, null), message, cause)
        .map(placed -> MailAnswer.of(MailOutcome.AUTO_REPLY, reason.code(), placed))
        .map(Placement::done);
  }

  private Uni<Placement> onCase(
      UnitOfWork unitOfWork,
      UUID caseId,
      MailMessage message,
      @Nullable UUID alsoNamed,
      AppendDecision.Reason reason,
      Cause cause) {
    return take(unitOfWork, caseId, message.draft(false, alsoNamed), message, cause)
        .map(
            placed ->
                MailAnswer.of(
                    placed.opened() ? MailOutcome.OPENED : MailOutcome.APPENDED,
                    reason.code(),
                    placed))
        .map(Placement::done);
  }

  private Uni<PlacedMessage> take(
      UnitOfWork unitOfWork, UUID caseId, MessageDraft draft, MailMessage message, Cause cause) {
    return cases
        .lock(unitOfWork, caseId)
        .chain(theCase -> continuation.take(theCase, draft, cause))
        .call(placed -> keep(unitOfWork, placed.caseId(), message));
  }

  private Uni<Placement> opened(
      UnitOfWork unitOfWork,
      MailMessage message,
      @Nullable UUID related,
      AppendDecision.Reason reason,
      Cause cause) {
    return cases
        .open(unitOfWork, message.draft(false, related), cause)
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
