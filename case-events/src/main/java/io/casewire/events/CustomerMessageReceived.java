package io.casewire.events;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The customer wrote again on a case. See {@link CaseOpened} for the fields they share.
 *
 * @param movedFromCaseId the case that could not take the message, when it was moved here
 * @param messageIdReused true if another mail had come under the same Message-ID
 * @param noAutoReply why no automatic mail may answer the message; absent if one may
 */
public record CustomerMessageReceived(
    UUID caseId,
    String caseNumber,
    UUID messageId,
    long position,
    String channel,
    Instant receivedAt,
    Instant effectiveAt,
    boolean automatic,
    @Nullable String rfcMessageId,
    List<String> references,
    List<Attachment> attachments,
    String language,
    String locale,
    @Nullable UUID movedFromCaseId,
    @Nullable String transactionRef,
    @Nullable UUID possiblyRelatedCaseId,
    @Nullable Boolean messageIdReused,
    @Nullable NoAutoReply noAutoReply,
    PersonalMessage personal)
    implements CaseEvent {

  public CustomerMessageReceived {
    references = Copies.of(references);
    attachments = Copies.of(attachments);
  }
}
