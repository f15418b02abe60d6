package io.casewire.intake.conversation;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.casewire.events.CaseStatus;
import io.casewire.events.Category;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A case as its viewers see it. */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record ConversationView(
    UUID caseId,
    String caseNumber,
    CaseStatus status,
    String subject,
    Category category,
    String language,
    List<MessageView> messages,
    @Nullable CustomerView customer) {

  static ConversationView of(
      CaseEntity entity, List<MessageView> messages, @Nullable CustomerView customer) {
    return new ConversationView(
        entity.id,
        entity.caseNumber,
        entity.status,
        entity.subject,
        entity.category,
        entity.language,
        messages,
        customer);
  }

  static CustomerView customer(CaseEntity entity, @Nullable String name, @Nullable String phone) {
    return new CustomerView(
        entity.customerId,
        name,
        entity.customerAddress,
        phone,
        entity.locale,
        entity.assurance.wireName());
  }

  /** A message; {@code fullText} only when more was sent than is shown. */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  public record MessageView(
      UUID messageId,
      String from,
      @Nullable String name,
      String channel,
      String text,
      @Nullable String fullText,
      Instant at,
      Instant receivedAt,
      List<FileView> attachments) {

    static MessageView of(MessageEntity message, List<AttachmentEntity> files) {
      return new MessageView(
          message.id,
          message.author,
          message.authorName,
          message.channel,
          message.text,
          message.fullText,
          message.sentAt,
          message.receivedAt,
          files.stream()
              .map(file -> new FileView(file.id, file.fileName, file.contentType, file.size))
              .toList());
    }
  }

  /** A file of a message. */
  public record FileView(UUID attachmentId, String fileName, String contentType, long size) {}

  /** The customer; for staff only. */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  public record CustomerView(
      UUID customerId,
      @Nullable String name,
      @Nullable String email,
      @Nullable String phone,
      String locale,
      String assurance) {}
}
