package io.casewire.events;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A customer's first message has become a case. Published once per case, as intake's first event of
 * it.
 *
 * @param caseNumber the number people use, for example {@code CW-100042}
 * @param messageId the first message
 * @param position its place in the conversation, from 1
 * @param channel {@code web}, {@code email}, {@code chat}, {@code phone} or a channel's id
 * @param receivedAt when Casewire took it
 * @param effectiveAt when the sender sent it, as far as he can be believed; clocks count from here
 * @param automatic whether a machine sent it (RFC 3834): it is never answered and starts no clock
 * @param rfcMessageId the mail's Message-ID (RFC 5322), so that answers can be threaded
 * @param references the mail's References, oldest first
 * @param language primary subtag (BCP 47) of the text's language
 * @param locale what the customer asked to be addressed in (BCP 47)
 * @param confidence of the category, 0 to 1; 1 when the customer chose it
 * @param transactionRef the payment the customer named
 * @param continuesCaseId the closed case that this one takes up
 * @param possiblyRelatedCaseId a case that the sender mentioned without proof that it is his
 * @param messageIdReused true if another mail had come under the same Message-ID
 * @param noAutoReply why no automatic mail may answer the message; absent if one may
 */
public record CaseOpened(
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
    UUID customerId,
    Priority priority,
    Category category,
    double confidence,
    Assurance assurance,
    @Nullable String transactionRef,
    @Nullable UUID continuesCaseId,
    @Nullable UUID possiblyRelatedCaseId,
    @Nullable Boolean messageIdReused,
    @Nullable NoAutoReply noAutoReply,
    PersonalMessage personal)
    implements CaseEvent {

  public CaseOpened {
    references = Copies.of(references);
    attachments = Copies.of(attachments);
  }
}
