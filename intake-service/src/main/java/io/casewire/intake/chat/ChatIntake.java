package io.casewire.intake.chat;

import io.casewire.events.Assurance;
import io.casewire.events.envelope.Cause;
import io.casewire.intake.analysis.AnalysedText;
import io.casewire.intake.analysis.TextAnalysis;
import io.casewire.intake.conversation.CaseContinuation;
import io.casewire.intake.conversation.Cases;
import io.casewire.intake.conversation.ChatDeliveries;
import io.casewire.intake.conversation.ChatFeed;
import io.casewire.intake.conversation.MessageDraft;
import io.casewire.intake.conversation.PlacedMessage;
import io.casewire.kit.transaction.Transactions;
import io.casewire.kit.transaction.UnitOfWork;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.time.Clock;
import java.util.UUID;

/** Puts a visitor's message on the case of the session; the first message opens one. */
@ApplicationScoped
class ChatIntake {

  private final Transactions transactions;
  private final TextAnalysis analysis;
  private final ChatFeed feed;
  private final ChatMessages messages;
  private final CaseContinuation continuation;
  private final Cases cases;
  private final Clock clock;

  ChatIntake(
      Transactions transactions,
      TextAnalysis analysis,
      ChatFeed feed,
      ChatMessages messages,
      CaseContinuation continuation,
      Cases cases,
      Clock clock) {
    this.transactions = transactions.forOpenChats();
    this.analysis = analysis;
    this.feed = feed;
    this.messages = messages;
    this.continuation = continuation;
    this.cases = cases;
    this.clock = clock;
  }

  /**
   * Stores the message, or finds it stored already.
   *
   * @param messageId for a message that is new
   * @return completes after the commit; fails with a {@link FrameException} if the client has used
   *     its id for another text
   */
  Uni<ChatMessages.Stored> take(
      UUID sessionId, UUID messageId, ClientFrame.Message frame, String locale, Cause cause) {
    return Uni.createFrom()
        .item(() -> analysis.analyse(null, frame.text(), locale, null))
        .runSubscriptionOn(Infrastructure.getDefaultWorkerPool())
        .chain(
            content ->
                transactions.write(
                    unitOfWork -> take(unitOfWork, sessionId, messageId, frame, content, cause)));
  }

  /** The session's lock keeps the messages of all its windows apart. */
  private Uni<ChatMessages.Stored> take(
      UnitOfWork unitOfWork,
      UUID sessionId,
      UUID messageId,
      ClientFrame.Message frame,
      AnalysedText content,
      Cause cause) {
    return unitOfWork
        .session()
        .find(ChatSessionEntity.class, sessionId, LockModeType.PESSIMISTIC_WRITE)
        .onItem()
        .ifNull()
        .failWith(() -> new FrameException("session-unknown", "the session has ended"))
        .chain(
            session ->
                messages
                    .find(unitOfWork.session(), sessionId, frame.clientMessageId())
                    .chain(
                        stored ->
                            stored
                                .map(
                                    earlier -> Uni.createFrom().item(() -> earlier.ifSame(content)))
                                .orElseGet(
                                    () ->
                                        store(
                                            unitOfWork,
                                            session,
                                            messageId,
                                            frame,
                                            content,
                                            cause))));
  }

  private Uni<ChatMessages.Stored> store(
      UnitOfWork unitOfWork,
      ChatSessionEntity session,
      UUID messageId,
      ClientFrame.Message frame,
      AnalysedText content,
      Cause cause) {
    MessageDraft draft =
        MessageDraft.builder(
                messageId, ChatDeliveries.CHAT, session.sender(), content, clock.instant())
            .assurance(Assurance.SESSION)
            .build();
    return feed.current(unitOfWork.session(), session.id)
        .chain(
            current ->
                current
                    .map(theCase -> take(unitOfWork, theCase.caseId(), draft, cause))
                    .orElseGet(() -> cases.openInChat(unitOfWork, session.id, draft, cause)))
        .call(
            () ->
                messages.add(unitOfWork.session(), session.id, frame.clientMessageId(), messageId))
        .map(
            placed ->
                new ChatMessages.Stored(
                    messageId, placed.caseId(), placed.caseNumber(), content.text()));
  }

  private Uni<PlacedMessage> take(
      UnitOfWork unitOfWork, UUID caseId, MessageDraft draft, Cause cause) {
    return cases
        .lock(unitOfWork, caseId)
        .chain(theCase -> continuation.take(theCase, draft, cause));
  }
}
