package io.casewire.intake.chat;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonSubTypes.Type;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import io.casewire.events.CaseStatus;
import io.casewire.intake.conversation.ChatFeed;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A frame that the server sends. */
@JsonInclude(JsonInclude.Include.NON_NULL)
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "type")
@JsonSubTypes({
  @Type(value = ServerFrame.Welcome.class, name = "welcome"),
  @Type(value = ServerFrame.Accepted.class, name = "accepted"),
  @Type(value = ServerFrame.Reply.class, name = "reply"),
  @Type(value = ServerFrame.Message.class, name = "message"),
  @Type(value = ServerFrame.Notice.class, name = "notice"),
  @Type(value = ServerFrame.Status.class, name = "status"),
  @Type(value = ServerFrame.Heartbeat.class, name = "heartbeat"),
  @Type(value = ServerFrame.Failure.class, name = "error")
})
sealed interface ServerFrame {

  /**
   * Answers hello.
   *
   * @param heartbeatSeconds how often a heartbeat comes
   */
  record Welcome(
      String sessionToken,
      @Nullable UUID caseId,
      @Nullable String caseNumber,
      long heartbeatSeconds)
      implements ServerFrame {}

  /** The message is stored and can not be lost any more. */
  record Accepted(String clientMessageId, UUID messageId, UUID caseId, String caseNumber)
      implements ServerFrame {}

  /** An agent has answered. */
  record Reply(String eventId, UUID messageId, String agent, String text, Instant at)
      implements ServerFrame {}

  /** The customer wrote in another window, or by another channel. */
  record Message(String eventId, UUID messageId, String text, Instant at) implements ServerFrame {}

  /** Casewire itself tells the customer something. */
  record Notice(String eventId, UUID messageId, String text, Instant at) implements ServerFrame {}

  /** The case has another status. */
  record Status(String eventId, CaseStatus status) implements ServerFrame {}

  /** The connection stands; a page does not see the pings of its socket. */
  record Heartbeat() implements ServerFrame {}

  /** The client did something wrong, or something is wrong here. */
  record Failure(String code, String detail) implements ServerFrame {}

  /** The frame that shows an entry of the feed. */
  static ServerFrame of(ChatFeed.Entry entry) {
    String eventId = entry.position().eventId();
    return switch (entry.kind()) {
      case AGENT -> new Reply(eventId, entry.id(), entry.name(), entry.text(), entry.at());
      case CUSTOMER -> new Message(eventId, entry.id(), entry.text(), entry.at());
      case SYSTEM -> new Notice(eventId, entry.id(), entry.text(), entry.at());
      case STATUS -> new Status(eventId, CaseStatus.valueOf(entry.text()));
    };
  }
}
