package io.casewire.notification.delivery;

import io.casewire.notification.casefile.MailThread;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The place of a mail in the conversation, fixed when it is queued.
 *
 * @param messageId its own, with angle brackets
 * @param inReplyTo the mail that it answers
 * @param references earlier mails, oldest first
 */
public record MailPlace(String messageId, @Nullable String inReplyTo, List<String> references) {

  public MailPlace {
    references = List.copyOf(references);
  }

  /** The next place in a conversation. */
  public static MailPlace in(MailThread thread, String messageId) {
    return new MailPlace(messageId, thread.inReplyTo(), thread.references());
  }

  /** A mail that belongs to no conversation. */
  public static MailPlace alone(String messageId) {
    return new MailPlace(messageId, null, List.of());
  }
}
