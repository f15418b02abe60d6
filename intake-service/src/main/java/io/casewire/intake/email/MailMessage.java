package io.casewire.intake.email;

import io.casewire.events.NoAutoReply;
import io.casewire.intake.conversation.MessageDraft;
import io.casewire.intake.mail.MessageId;
import io.casewire.intake.mail.thread.ThreadCandidate;
import io.casewire.kit.mail.EmailAddress;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A mail that can become a message.
 *
 * @param authors everybody the mail names as its author
 * @param candidates its hints at a case, best first
 * @param ids under which an answer may name it
 * @param draft the message that it becomes
 */
record MailMessage(
    List<EmailAddress> authors,
    List<ThreadCandidate> candidates,
    List<MessageId> ids,
    MessageDraft draft) {

  MailMessage {
    authors = List.copyOf(authors);
    candidates = List.copyOf(candidates);
    ids = List.copyOf(ids);
  }

  /** The same under a Message-ID under which another mail had come. */
  MailMessage withReusedId() {
    return with(draft.change().messageIdReused(true).build());
  }

  /** The same, if need be with the suspicion that a machine wrote it. */
  MailMessage suspected(boolean looksAutomatic) {
    return looksAutomatic && draft.noAutoReply() == null
        ? with(draft.change().noAutoReply(NoAutoReply.LOOKS_AUTOMATIC).build())
        : this;
  }

  private MailMessage with(MessageDraft changed) {
    return new MailMessage(authors, candidates, ids, changed);
  }

  /** The message, with the word of a machine or a hint at another case if there is one. */
  MessageDraft draft(boolean automatic, @Nullable UUID possiblyRelatedCaseId) {
    return draft.change().automatic(automatic).possiblyRelatedTo(possiblyRelatedCaseId).build();
  }
}
