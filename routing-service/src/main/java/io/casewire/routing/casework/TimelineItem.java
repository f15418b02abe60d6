package io.casewire.routing.casework;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonRawValue;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * Something that happened to a case.
 *
 * @param type the event's name, such as {@code case.assigned}
 * @param by an agent's id, {@code customer} or {@code system}
 * @param text what was written, where something was
 * @param quoted what was cut off from it as a quote or signature
 * @param replyTo where its sender wants answers, when not at the address that it came from
 * @param attachments the files that came with it; intake has their contents
 * @param undelivered why an answer did not reach the customer, until it does
 * @param detail the event's facts
 */
public record TimelineItem(
    UUID eventId,
    String type,
    Instant at,
    String by,
    @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable String text,
    @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable String quoted,
    @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable String replyTo,
    @JsonInclude(JsonInclude.Include.NON_EMPTY) List<MessageFile> attachments,
    @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable Undelivered undelivered,
    @JsonRawValue @Schema(type = SchemaType.OBJECT) String detail) {

  public TimelineItem {
    attachments = List.copyOf(attachments);
  }

  /**
   * Why an answer did not reach the customer.
   *
   * @param outcome {@code suppressed}, {@code failed} or {@code bounced}
   * @param reason a code such as {@code unknown-mailbox}
   * @param at when that was heard of
   */
  public record Undelivered(String outcome, String reason, Instant at) {}
}
