package io.casewire.intake.conversation;

import io.casewire.kit.id.Ids;
import io.casewire.kit.transaction.UnitOfWork;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;

/** Shows a case in a chat session, and tells the customer there that his message has arrived. */
@ApplicationScoped
public class ChatConversations {

  /** The channel's name. */
  public static final String CHAT = "chat";

  private static final int FIRST = 1;
  private static final String SYSTEM = "system";

  private final ChatSignal signal;
  private final ChatGreeting greeting;

  ChatConversations(ChatSignal signal, ChatGreeting greeting) {
    this.signal = signal;
    this.greeting = greeting;
  }

  /** A session has its first case, opened in this transaction. */
  public Uni<Void> begin(UnitOfWork unitOfWork, UUID caseId, UUID sessionId) {
    return CaseLocks.require(unitOfWork.session(), caseId)
        .chain(entity -> show(unitOfWork, entity, sessionId, FIRST));
  }

  /** If the ended case is shown in a chat, the case that goes on with it is from now on. */
  Uni<Void> goOn(UnitOfWork unitOfWork, CaseEntity ended, UUID caseId) {
    UUID sessionId = ended.chatSessionId;
    return sessionId == null
        ? Uni.createFrom().voidItem()
        : CaseLocks.require(unitOfWork.session(), caseId)
            .chain(entity -> show(unitOfWork, entity, sessionId, ended.chatOrdinal + 1));
  }

  private Uni<Void> show(UnitOfWork unitOfWork, CaseEntity entity, UUID sessionId, int ordinal) {
    entity.chatSessionId = sessionId;
    entity.chatOrdinal = ordinal;
    return greet(unitOfWork, entity)
        .chain(() -> unitOfWork.session().flush())
        .chain(() -> signal.changed(unitOfWork, List.of(entity)));
  }

  /** What comes by another channel is acknowledged there. */
  private Uni<Void> greet(UnitOfWork unitOfWork, CaseEntity entity) {
    return entity.channel.equals(CHAT)
        ? unitOfWork.session().persist(notice(entity, greeting.of(entity)))
        : Uni.createFrom().voidItem();
  }

  private static MessageEntity notice(CaseEntity entity, String text) {
    MessageEntity row = new MessageEntity(Ids.next(), entity.id, entity.nextPosition());
    row.author = SYSTEM;
    row.channel = entity.channel;
    row.text = text;
    row.sentAt = entity.openedAt;
    row.receivedAt = entity.openedAt;
    return row;
  }
}
