package io.casewire.routing.casework;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonRawValue;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.casewire.events.Attachment;
import io.casewire.events.CaseEvent;
import io.casewire.events.CaseOpened;
import io.casewire.events.CustomerMessageReceived;
import io.casewire.events.EventCodec;
import io.casewire.events.EventType;
import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
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

  private static final JsonMapper JSON = new JsonMapper();
  private static final String PREFIX = "io.casewire.";
  private static final List<String> OF_A_MESSAGE =
      List.of(
          "messageId",
          "channel",
          "automatic",
          "transactionRef",
          "continuesCaseId",
          "possiblyRelatedCaseId",
          "movedFromCaseId",
          "messageIdReused");
  private static final List<String> KEPT_ELSEWHERE = List.of("caseId", "at", "personal");

  public TimelineItem {
    attachments = List.copyOf(attachments);
  }

  /** The item of an event as it is kept: texts and files are kept apart. */
  static TimelineItem of(UUID eventId, CaseEvent event, Occasion occasion) {
    return new TimelineItem(
        eventId,
        name(event),
        occasion.at(),
        occasion.actor(),
        null,
        null,
        null,
        List.of(),
        null,
        facts(event));
  }

  private static String name(CaseEvent event) {
    String wireName = EventType.of(event).wireName();
    return wireName.substring(PREFIX.length(), wireName.lastIndexOf('.'));
  }

  private static String facts(CaseEvent event) {
    try {
      ObjectNode facts = (ObjectNode) JSON.readTree(EventCodec.encode(event));
      switch (event) {
        case CaseOpened _, CustomerMessageReceived _ -> facts.retain(OF_A_MESSAGE);
        default -> facts.remove(KEPT_ELSEWHERE);
      }
      return JSON.writeValueAsString(facts);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("facts always have a JSON form", e);
    } catch (IOException e) {
      throw new IllegalStateException("an encoded event is JSON", e);
    }
  }

  /**
   * A file that a customer sent with a message; intake has its content.
   *
   * @param contentType media type as found, not as claimed
   * @param size bytes
   * @param unscanned true if the file could not be searched for secrets
   */
  public record MessageFile(
      UUID attachmentId,
      String fileName,
      String contentType,
      long size,
      @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable Boolean unscanned) {

    private static final int BYTES = 1000;

    /** The files of a message; their names stand apart, at the same indexes. */
    static List<MessageFile> of(List<Attachment> attachments, List<String> names) {
      return IntStream.range(0, attachments.size())
          .mapToObj(
              index -> of(attachments.get(index), index < names.size() ? names.get(index) : ""))
          .toList();
    }

    private static MessageFile of(Attachment file, String name) {
      return new MessageFile(
          file.attachmentId(), name, file.contentType(), file.size(), file.unscanned());
    }

    /** Its size for people, rounded up. */
    public long kilobytes() {
      return Math.ceilDiv(size, BYTES);
    }
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
