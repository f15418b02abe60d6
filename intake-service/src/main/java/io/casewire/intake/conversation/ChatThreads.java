package io.casewire.intake.conversation;

import io.casewire.kit.id.Ids;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.text.MessageFormat;
import java.util.Locale;
import java.util.ResourceBundle;
import java.util.ResourceBundle.Control;
import java.util.UUID;

/** Makes a case part of a chat's thread, and tells the customer there that it has arrived. */
@ApplicationScoped
class ChatThreads {

  private static final int FIRST = 1;
  private static final String WORDS = "io.casewire.intake.conversation.chat";

  /** A language without a file gets the English words, not those of the server's language. */
  private static final Control NO_SERVER_LANGUAGE =
      Control.getNoFallbackControl(Control.FORMAT_PROPERTIES);

  private final ThreadEntries entries;

  ChatThreads(ThreadEntries entries) {
    this.entries = entries;
  }

  /** The session has its first case, opened in this transaction. */
  Uni<Void> begin(LockedCase opened, MessageDraft first, UUID sessionId) {
    return entries
        .begin(opened.unitOfWork(), sessionId, ChatDeliveries.CHAT)
        .chain(() -> join(opened, first, sessionId, FIRST));
  }

  /** If the ended case is part of a chat, the case that continues it is its next part. */
  Uni<Void> goOn(LockedCase ended, LockedCase opened, MessageDraft first) {
    CaseEntity earlier = ended.row();
    return earlier.threadId == null
        ? Uni.createFrom().voidItem()
        : join(opened, first, earlier.threadId, earlier.threadOrdinal + 1);
  }

  private Uni<Void> join(LockedCase opened, MessageDraft first, UUID threadId, int ordinal) {
    CaseEntity row = opened.row();
    row.threadId = threadId;
    row.threadOrdinal = ordinal;
    entries.add(opened.unitOfWork(), row, first.messageId());
    // A message of another channel is acknowledged there.
    return row.channel.equals(ChatDeliveries.CHAT) ? greet(opened) : Uni.createFrom().voidItem();
  }

  private Uni<Void> greet(LockedCase opened) {
    CaseEntity row = opened.row();
    MessageEntity notice =
        MessageEntity.outgoing(
            Ids.next(),
            row.id,
            row.nextPosition(),
            MessageEntity.SYSTEM,
            row.channel,
            greeting(row),
            row.openedAt);
    entries.add(opened.unitOfWork(), row, notice.id);
    return opened.unitOfWork().session().persist(notice);
  }

  private static String greeting(CaseEntity row) {
    Locale locale = Locale.forLanguageTag(row.locale.replace('_', '-'));
    String words =
        ResourceBundle.getBundle(WORDS, locale, NO_SERVER_LANGUAGE).getString("received");
    return new MessageFormat(words, locale).format(new Object[] {row.caseNumber});
  }
}
