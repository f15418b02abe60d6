package io.casewire.events;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The personal part of a customer's message; nothing outside of it names or quotes a person.
 *
 * @param from the sender's address, lower-cased; absent for a chat visitor without an address
 * @param replyTo where the sender wants answers, when not at {@code from}
 * @param text the visible text, already redacted
 * @param quoted what was cut off as a quote or signature, redacted, at most {@value #MOST_QUOTED}
 *     characters; intake has the rest
 * @param fileNames of the attachments, in their order
 */
public record PersonalMessage(
    @Nullable String from,
    @Nullable String replyTo,
    @Nullable String customerName,
    @Nullable String subject,
    String text,
    @Nullable String quoted,
    List<String> fileNames) {

  /** The longest {@code quoted}. */
  public static final int MOST_QUOTED = 32 * 1024;

  public PersonalMessage {
    fileNames = Copies.of(fileNames);
  }
}
