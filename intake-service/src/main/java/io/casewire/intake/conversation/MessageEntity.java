package io.casewire.intake.conversation;

import io.casewire.events.NoAutoReply;
import io.casewire.intake.analysis.AnalysedText;
import io.casewire.intake.classification.PriorityRule;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** One message of a conversation; never changed once written, but it may move to another case. */
@Entity
@Table(name = "message")
class MessageEntity {

  static final String CUSTOMER = "customer";
  static final String AGENT = "agent";
  static final String SYSTEM = "system";

  /** Message-IDs have no blanks, so a list of them needs no table. */
  private static final String SEPARATOR = " ";

  /** The category stands as staff left it on the case. */
  private static final double CERTAIN = 1;

  private static final String NOT_A_CUSTOMERS = "not a customer's message";

  /** Whether an agent's answer in a chat has reached the customer. It is decided once and stays. */
  enum Delivery {
    /** The customer's client has not shown it yet. */
    AWAITED,
    /** The client has shown it. */
    DELIVERED,
    /** The client did not show it in time: the answer goes by mail. */
    UNDELIVERED
  }

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

  /** A message of staff or of Casewire itself. */
  static MessageEntity outgoing(
      UUID id, UUID caseId, long position, String author, String channel, String text, Instant at) {
    MessageEntity row = new MessageEntity(id, caseId, position);
    row.author = author;
    row.channel = channel;
    row.text = text;
    row.sentAt = at;
    row.receivedAt = at;
    return row;
  }

  /** The rows of a customer's message: the message first, then its files. */
  static Object[] rows(UUID caseId, long position, MessageDraft draft) {
    List<StoredFile> files = draft.files();
    Object[] rows = new Object[1 + files.size()];
    rows[0] = row(caseId, position, draft);
    for (int place = 0; place < files.size(); place++) {
      rows[place + 1] = new AttachmentEntity(draft.messageId(), place, files.get(place));
    }
    return rows;
  }

  private static MessageEntity row(UUID caseId, long position, MessageDraft draft) {
    MessageEntity row = new MessageEntity(draft.messageId(), caseId, position);
    row.author = CUSTOMER;
    row.authorName = draft.sender().name();
    row.channel = draft.channel();
    row.text = draft.content().text();
    row.fullText = draft.fullText();
    row.sentAt = draft.sentAt();
    row.receivedAt = draft.receivedAt();
    row.automatic = draft.automatic();
    row.rfcMessageId = draft.rfcMessageId();
    row.references = String.join(SEPARATOR, draft.references());
    row.senderAddress = draft.sender().address();
    row.replyTo = draft.sender().replyTo();
    row.locale = draft.sender().locale();
    row.subject = draft.content().subject();
    row.language = draft.content().language();
    row.byForm = draft.byForm();
    row.transactionRef = draft.transactionRef();
    row.possiblyRelatedCaseId = draft.possiblyRelatedCaseId();
    row.messageIdReused = draft.messageIdReused();
    row.noAutoReply = draft.noAutoReply();
    return row;
  }

  /** The draft of these rows again; the case that the message was on says what it is about. */
  MessageDraft draft(List<AttachmentEntity> files, CaseEntity from) {
    Contact contact = senderAddress == null ? null : new Contact(Contact.EMAIL, senderAddress);
    Sender sender =
        new Sender(
            contact,
            replyTo,
            authorName,
            null,
            Objects.requireNonNull(locale, NOT_A_CUSTOMERS),
            null);
    AnalysedText content =
        new AnalysedText(
            subject,
            text,
            Objects.requireNonNull(language, NOT_A_CUSTOMERS),
            from.category,
            CERTAIN,
            PriorityRule.atOpening(from.category));
    return MessageDraft.builder(id, channel, sender, content, receivedAt)
        .fullText(fullText)
        .sentAt(sentAt)
        .automatic(automatic)
        .mail(rfcMessageId, references.isEmpty() ? List.of() : List.of(references.split(SEPARATOR)))
        .messageIdReused(messageIdReused)
        .noAutoReply(noAutoReply)
        .files(files.stream().map(AttachmentEntity::file).toList())
        .byForm(byForm)
        .assurance(from.assurance)
        .transactionRef(transactionRef)
        .possiblyRelatedTo(possiblyRelatedCaseId)
        .build();
  }
}
