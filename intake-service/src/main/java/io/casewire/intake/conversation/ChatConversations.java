package io.casewire.intake.conversation;

import io.casewire.kit.id.Ids;
import io.casewire.kit.transaction.UnitOfWork;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;

/** Shows a case in a chat session, and tells the customer there that his message has arrived. */
@ApplicationScoped
public class ChatConversations {

  /** The channel's name. */
  public static final String CHAT = "chat";

  private static final int FIRST = 1;
  private static final String SYSTEM = "system";

  private final ThreadEntries entries;
  private final ChatGreeting greeting;

  ChatConversations(ThreadEntries entries, ChatGreeting greeting) {
    this.entries = entries;
    this.greeting = greeting;
  }

  /** A session has its first case, opened in this transaction. */
  public Uni<Void> begin(UnitOfWork unitOfWork, OpenedCase opened, UUID sessionId) {
    return entries
        .begin(unitOfWork, sessionId, CHAT)
        .chain(() -> join(unitOfWork, opened, sessionId, FIRST));
  }

  /** If the ended case is shown in a chat, the case that goes on with it is from now on. */
  Uni<Void> goOn(UnitOfWork unitOfWork, CaseEntity ended, OpenedCase opened) {
    return ended.threadId == null
        ? Uni.createFrom().voidItem()
        : join(unitOfWork, opened, ended.threadId, ended.threadOrdinal + 1);
  }

  private Uni<Void> join(UnitOfWork unitOfWork, OpenedCase opened, UUID threadId, int ordinal) {
    return CaseLocks.require(unitOfWork.session(), opened.caseId())
        .chain(
            entity -> {
              entity.threadId = threadId;
              entity.threadOrdinal = ordinal;
              entries.add(unitOfWork, entity, opened.messageId());
              return greet(unitOfWork, entity);
            });
  }

  /** What comes by another channel is acknowledged there. */
  private Uni<Void> greet(UnitOfWork unitOfWork, CaseEntity entity) {
    if (!entity.channel.equals(CHAT)) {
      return Uni.createFrom().voidItem();
    }
    MessageEntity notice = notice(entity, greeting.of(entity));
    entries.add(unitOfWork, entity, notice.id);
    return unitOfWork.session().persist(notice);
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
