package io.casewire.intake.chat;

import io.casewire.events.Assurance;
import io.casewire.events.envelope.Cause;
import io.casewire.intake.conversation.CaseContinuation;
import io.casewire.intake.conversation.CaseOpening;
import io.casewire.intake.conversation.ChatConversations;
import io.casewire.intake.conversation.ChatFeed;
import io.casewire.intake.conversation.IncomingMessage;
import io.casewire.intake.conversation.NewCase;
import io.casewire.intake.conversation.Sender;
import io.casewire.intake.reading.ReadText;
import io.casewire.intake.reading.TextReader;
import io.casewire.kit.id.Ids;
import io.casewire.kit.transaction.Transactions;
import io.casewire.kit.transaction.UnitOfWork;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** Puts what a visitor writes on his session's case; the first message opens one. */
@ApplicationScoped
class ChatIntake {

  private final Transactions transactions;
  private final TextReader reader;
  private final ChatFeed feed;
  private final ChatMessages messages;
  private final CaseOpening opening;
  private final CaseContinuation continuation;
  private final ChatConversations conversations;
  private final Clock clock;

  ChatIntake(
      Transactions transactions,
      TextReader reader,
      ChatFeed feed,
      ChatMessages messages,
      CaseOpening opening,
      CaseContinuation continuation,
      ChatConversations conversations,
      Clock clock) {
    this.transactions = transactions.forOpenChats();
    this.reader = reader;
    this.feed = feed;
    this.messages = messages;
    this.opening = opening;
    this.continuation = continuation;
    this.conversations = conversations;
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
        .item(() -> reader.read(null, frame.text(), locale, null))
        .runSubscriptionOn(Infrastructure.getDefaultWorkerPool())
        .chain(
            text ->
                transactions.write(
                    unitOfWork -> take(unitOfWork, sessionId, messageId, frame, text, cause)));
  }

  /** The session's lock keeps the messages of all its windows apart. */
  private Uni<ChatMessages.Stored> take(
      UnitOfWork unitOfWork,
      UUID sessionId,
      UUID messageId,
      ClientFrame.Message frame,
      ReadText text,
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
                                .map(earlier -> Uni.createFrom().item(() -> earlier.ifSame(text)))
                                .orElseGet(
                                    () ->
                                        store(
                                            unitOfWork, session, messageId, frame, text, cause))));
  }

  private Uni<ChatMessages.Stored> store(
      UnitOfWork unitOfWork,
      ChatSessionEntity session,
      UUID messageId,
      ClientFrame.Message frame,
      ReadText text,
      Cause cause) {
    NewCase newCase = newCase(messageId, session.sender(), text);
    return feed.current(unitOfWork.session(), session.id)
        .chain(
            current ->
                current
                    .map(theCase -> continuation.take(unitOfWork, theCase.caseId(), newCase, cause))
                    .orElseGet(
                        () ->
                            opening
                                .open(unitOfWork, newCase, cause)
                                .call(opened -> conversations.begin(unitOfWork, opened, session.id))
                                .map(opened -> opened.placedMessage())))
        .call(
            () ->
                messages.add(unitOfWork.session(), session.id, frame.clientMessageId(), messageId))
        .map(
            placed ->
                new ChatMessages.Stored(
                    messageId, placed.caseId(), placed.caseNumber(), text.text()));
  }

  private NewCase newCase(UUID messageId, Sender sender, ReadText text) {
    Instant now = clock.instant();
    IncomingMessage message =
        new IncomingMessage(
            messageId,
            ChatConversations.CHAT,
            sender,
            null,
            text.text(),
            null,
            text.language(),
            now,
            now,
            false,
            null,
            List.of(),
            List.of(),
            false);
    return new NewCase(
        Ids.next(),
        message,
        text.category(),
        text.confidence(),
        text.priority(),
        Assurance.SESSION,
        null,
        null,
        null);
  }
}
