package io.casewire.intake.chat;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonSubTypes.Type;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

/** A frame that a client sends. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "type")
@JsonSubTypes({
  @Type(value = ClientFrame.Hello.class, name = "hello"),
  @Type(value = ClientFrame.Message.class, name = "message"),
  @Type(value = ClientFrame.Typing.class, name = "typing"),
  @Type(value = ClientFrame.Seen.class, name = "seen"),
  @Type(value = ClientFrame.End.class, name = "end")
})
sealed interface ClientFrame {

  /**
   * The first frame.
   *
   * @param sessionToken of an earlier welcome
   * @param lastEventId the last event that the client has shown; it wants those after it
   */
  record Hello(
      @Nullable @Size(max = 200) String sessionToken,
      @Nullable @Size(max = 200) String name,
      @Nullable @Size(max = 254) String email,
      @Nullable
          @Pattern(
              regexp = "[A-Za-z]{2,3}([-_][A-Za-z0-9]{2,8}){0,3}",
              message = "is no language tag")
          String locale,
      @Nullable @Size(max = 100) String lastEventId)
      implements ClientFrame {}

  /**
   * The customer writes.
   *
   * @param clientMessageId chosen by the client; a repeated one is the same message
   */
  record Message(@NotBlank @Size(max = 100) String clientMessageId, @NotBlank String text)
      implements ClientFrame {}

  /** The customer is typing. Nobody is shown that yet. */
  record Typing() implements ClientFrame {}

  /** The client has shown everything up to an event. */
  record Seen(@NotBlank @Size(max = 100) String eventId) implements ClientFrame {}

  /** The customer leaves. His case goes on. */
  record End() implements ClientFrame {}
}
