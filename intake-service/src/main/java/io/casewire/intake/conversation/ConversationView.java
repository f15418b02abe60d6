package io.casewire.intake.conversation;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.casewire.events.CaseStatus;
import io.casewire.events.Category;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A case as its readers see it. */
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
      List<FileView> attachments) {}

  /** A file of a message. */
  public record FileView(UUID attachmentId, String fileName, String contentType, long size) {}

  /** Who wrote; for staff only. */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  public record CustomerView(
      UUID customerId,
      @Nullable String name,
      @Nullable String email,
      @Nullable String phone,
      String locale,
      String assurance) {}
}
