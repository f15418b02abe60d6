package io.casewire.intake.conversation;

import io.casewire.events.NoAutoReply;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** One message of a conversation; never changed once written, but it may move to another case. */
@Entity
@Table(name = "message")
class MessageEntity {

  @Id UUID id;

  @Column(name = "case_id")
  UUID caseId;

  long position;
  String author;

  @Column(name = "author_name")
  @Nullable String authorName;

  String channel;
  String text;

  @Column(name = "full_text")
  @Nullable String fullText;

  @Column(name = "sent_at")
  Instant sentAt;

  @Column(name = "received_at")
  Instant receivedAt;

  boolean automatic;

  @Column(name = "rfc_message_id")
  @Nullable String rfcMessageId;

  @Column(name = "mail_references")
  String references = "";

  @Column(name = "sender_address")
  @Nullable String senderAddress;

  @Column(name = "reply_to")
  @Nullable String replyTo;

  @Nullable String locale;
  @Nullable String subject;
  @Nullable String language;

  /** Of an agent's answer in a chat; null where nothing tells. */
  @Enumerated(EnumType.STRING)
  @Nullable Delivery delivery;

  @Column(name = "by_form")
  boolean byForm;

  @Column(name = "transaction_ref")
  @Nullable String transactionRef;

  @Column(name = "possibly_related_case_id")
  @Nullable UUID possiblyRelatedCaseId;

  @Column(name = "message_id_reused")
  boolean messageIdReused;

  @Enumerated(EnumType.STRING)
  @Column(name = "no_auto_reply")
  @Nullable NoAutoReply noAutoReply;

  protected MessageEntity() {}

  MessageEntity(UUID id, UUID caseId, long position) {
    this.id = id;
    this.caseId = caseId;
    this.position = position;
  }
}
