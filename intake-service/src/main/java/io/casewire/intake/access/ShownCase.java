package io.casewire.intake.access;

import io.casewire.events.CaseStatus;
import io.casewire.intake.conversation.ConversationView;
import io.casewire.intake.conversation.ConversationView.MessageView;
import io.casewire.intake.conversation.LockedCase;
import io.casewire.intake.conversation.Viewer;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A case as its page shows it to its customer.
 *
 * @param messages those to show, oldest first
 * @param latest the last message of the case that this viewer may see
 * @param canBeRated whether its customer can rate it
 * @param whole whether the viewer sees the conversation, not only the messages of the public form
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
   * The part of the case that this viewer is shown.
   *
   * @param known the last message that the viewer has already; the view has none up to it
   */
  static ShownCase of(ConversationView view, @Nullable UUID known, Viewer viewer) {
    List<MessageView> messages = view.messages();
    return new ShownCase(
        view.caseId(),
        view.caseNumber(),
        view.subject(),
        statusForCustomers(view.status()),
        messages,
        messages.isEmpty() ? known : messages.getLast().messageId(),
        LockedCase.canBeRated(view.status()),
        viewer instanceof Viewer.MailboxHolder);
  }

  /** Whether its customer can close it. */
  public boolean canBeClosed() {
    return List.of("open", "pending", "resolved").contains(status);
  }

  /** The scores of a rating, the best first. */
  public List<String> scores() {
    return List.of("5", "4", "3", "2", "1");
  }

  /** Whether there is nothing to show to a viewer who knows this status. */
  boolean isNoNews(String knownStatus) {
    return status.equals(knownStatus) && messages.isEmpty();
  }

  /** A customer need not know that we took his request for spam. */
  private static String statusForCustomers(CaseStatus status) {
    return (status == CaseStatus.SPAM ? CaseStatus.CLOSED : status).wireName();
  }
}
