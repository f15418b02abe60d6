package io.casewire.intake.conversation;

import io.casewire.events.Attachment;
import io.casewire.events.CaseOpened;
import io.casewire.events.CustomerMessageReceived;
import io.casewire.events.PersonalMessage;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The events that publish a customer's message. */
final class MessageEvents {

  private MessageEvents() {}

  /** The message has opened this case. */
  static CaseOpened opened(CaseEntity entity, MessageDraft draft) {
    return new CaseOpened(
        entity.id,
        entity.caseNumber,
        draft.messageId(),
        CaseEntity.FIRST,
        draft.channel(),
        draft.receivedAt(),
        draft.sentAt(),
        draft.automatic(),
        draft.rfcMessageId(),
        draft.references(),
        files(draft),
        draft.content().language(),
        draft.sender().locale(),
        entity.customerId,
        draft.content().priority(),
        draft.content().category(),
        draft.content().confidence(),
        draft.assurance(),
        draft.transactionRef(),
        entity.continuesCaseId,
        draft.possiblyRelatedCaseId(),
        optional(draft.messageIdReused()),
        draft.noAutoReply(),
        personal(draft));
  }

  /**
   * The message has its place on this case.
   *
   * @param movedFrom the case that could not take it
   */
  static CustomerMessageReceived received(
      CaseEntity entity, long position, MessageDraft draft, @Nullable UUID movedFrom) {
    return new CustomerMessageReceived(
        entity.id,
        entity.caseNumber,
        draft.messageId(),
        position,
        draft.channel(),
        draft.receivedAt(),
        later(entity.openedAt, draft.sentAt()),
        draft.automatic(),
        draft.rfcMessageId(),
        draft.references(),
        files(draft),
        draft.content().language(),
        draft.sender().locale(),
        movedFrom,
        draft.transactionRef(),
        draft.possiblyRelatedCaseId(),
        optional(draft.messageIdReused()),
        draft.noAutoReply(),
        personal(draft));
  }

  /** The part that names or quotes a person. */
  private static PersonalMessage personal(MessageDraft draft) {
    String text = draft.content().text();
    return new PersonalMessage(
        draft.sender().address(),
        draft.sender().replyTo(),
        draft.sender().name(),
        draft.content().subject(),
        text,
        CutText.of(draft.fullText(), text, PersonalMessage.MOST_QUOTED),
        draft.files().stream().map(StoredFile::fileName).toList());
  }

  private static List<Attachment> files(MessageDraft draft) {
    return draft.files().stream().map(StoredFile::onTheWire).toList();
  }

  private static @Nullable Boolean optional(boolean value) {
    return value ? Boolean.TRUE : null;
  }

  private static Instant later(Instant one, Instant other) {
    return other.isBefore(one) ? one : other;
  }
}
