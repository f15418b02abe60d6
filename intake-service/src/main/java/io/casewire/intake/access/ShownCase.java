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

  static ShownCase of(ConversationView view, Reader reader) {
    List<MessageView> messages = view.messages();
    return new ShownCase(
        view.caseId(),
        view.caseNumber(),
        view.subject(),
        statusForCustomers(view.status()),
        messages,
        messages.isEmpty() ? null : messages.getLast().messageId(),
        CaseRating.isFor(view.status()),
        reader instanceof Reader.MailboxHolder);
  }

  /** The same with only the messages after one that the reader has; with all if it is not there. */
  ShownCase after(String messageId) {
    List<UUID> ids = messages.stream().map(MessageView::messageId).toList();
    int next = ids.stream().map(UUID::toString).toList().indexOf(messageId) + 1;
    return new ShownCase(
        caseId,
        number,
        subject,
        status,
        messages.subList(next, messages.size()),
        latest,
        canBeRated,
        whole);
  }

  /** Whether its customer can say that he wants nothing more. */
  public boolean canBeClosed() {
    return List.of("open", "pending", "resolved").contains(status);
  }

  /** How content he can be, most first. */
  public List<String> scores() {
    return List.of("5", "4", "3", "2", "1");
  }

  /** Whether a reader who has everything up to this message and knows this status is up to date. */
  boolean isKnown(String messageId, String knownStatus) {
    return status.equals(knownStatus) && String.valueOf(latest).equals(messageId);
  }

  /** A customer need not know that we took his request for spam. */
  private static String statusForCustomers(CaseStatus status) {
    return (status == CaseStatus.SPAM ? CaseStatus.CLOSED : status).wireName();
  }
}
