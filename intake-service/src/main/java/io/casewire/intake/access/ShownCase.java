package io.casewire.intake.access;

import io.casewire.events.CaseStatus;
import io.casewire.intake.conversation.CaseRating;
import io.casewire.intake.conversation.ConversationView;
import io.casewire.intake.conversation.ConversationView.MessageView;
import io.casewire.intake.conversation.Reader;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A case as its page shows it to its customer.
 *
 * @param messages those to show, oldest first
 * @param latest the last message of the case that this reader may see
 * @param canBeRated whether its customer can say how content he is
 * @param whole whether he sees the conversation, not only what was sent with the public form
 */
record ShownCase(
    UUID caseId,
    String number,
    String subject,
    String status,
    List<MessageView> messages,
    @Nullable UUID latest,
    boolean canBeRated,
    boolean whole) {

  /**
   * The part of the case that this reader is shown.
   *
   * @param known the last message that he has already; the view has none up to it
   */
  static ShownCase of(ConversationView view, @Nullable UUID known, Reader reader) {
    List<MessageView> messages = view.messages();
    return new ShownCase(
        view.caseId(),
        view.caseNumber(),
        view.subject(),
        statusForCustomers(view.status()),
        messages,
        messages.isEmpty() ? known : messages.getLast().messageId(),
        CaseRating.isFor(view.status()),
        reader instanceof Reader.MailboxHolder);
  }

  /** Whether its customer can say that he wants nothing more. */
  public boolean canBeClosed() {
    return List.of("open", "pending", "resolved").contains(status);
  }

  /** How content he can be, most first. */
  public List<String> scores() {
    return List.of("5", "4", "3", "2", "1");
  }

  /** Whether there is nothing to show to a reader who knows this status. */
  boolean isNoNews(String knownStatus) {
    return status.equals(knownStatus) && messages.isEmpty();
  }

  /** A customer need not know that we took his request for spam. */
  private static String statusForCustomers(CaseStatus status) {
    return (status == CaseStatus.SPAM ? CaseStatus.CLOSED : status).wireName();
  }
}
