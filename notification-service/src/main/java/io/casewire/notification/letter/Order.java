package io.casewire.notification.letter;

import io.casewire.kit.mail.EmailAddress;
import io.casewire.notification.notice.Content;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * All that is needed to write a letter.
 *
 * @param messageId with angle brackets
 * @param inReplyTo the mail that this one answers
 * @param references earlier mails of the conversation, oldest first
 * @param language one of the configured ones
 */
public record Order(
    UUID caseId,
    String caseNumber,
    Content content,
    EmailAddress to,
    String language,
    String messageId,
    @Nullable String inReplyTo,
    List<String> references) {

  public Order {
    references = List.copyOf(references);
  }
}
